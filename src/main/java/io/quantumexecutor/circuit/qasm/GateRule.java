package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.GateType;
import io.quantumexecutor.circuit.Place;
import java.util.List;

/** What the name of a gate stands for. */
sealed interface GateRule {
  String name();

  /** How many angles a call gives. */
  int angles();

  /** How many qubits a call gives, before modifiers. */
  int qubits();

  /** How deep definitions and modifiers are nested in it. */
  default int depth() {
    return 0;
  }

  /** A gate of the circuit model; the controls come first among its qubits. */
  record BuiltIn(String name, GateType type, int controls) implements GateRule {
    @Override
    public int angles() {
      return type.angles();
    }

    @Override
    public int qubits() {
      return controls + type.targets();
    }
  }

  /** The global phase of OpenQASM 3. */
  record GlobalPhase(String name) implements GateRule {
    @Override
    public int angles() {
      return 1;
    }

    @Override
    public int qubits() {
      return 0;
    }
  }

  /**
   * A gate made of others.
   *
   * @param parameters the names of its angles
   * @param steps without those that do nothing
   * @param scope the constants its expressions may name
   */
  record Defined(
      String name, List<String> parameters, int qubits, List<Step> steps, Scope scope, int depth)
      implements GateRule {
    public Defined {
      steps = List.copyOf(steps);
    }

    @Override
    public int angles() {
      return parameters.size();
    }
  }

  /** A gate whose body is not known or has errors: it cannot be called. */
  record Unusable(String name, String reason) implements GateRule {
    @Override
    public int angles() {
      return 0;
    }

    @Override
    public int qubits() {
      return 0;
    }
  }

  /** One step in the body of a gate. */
  sealed interface Step permits BoundCall, Barrier {
    /** How deep definitions and modifiers are nested in it, itself included. */
    default int depth() {
      return 1;
    }
  }

  /**
   * A gate applied to qubits by their index in the surrounding gate, or in the circuit.
   *
   * @param modifiers the leftmost first; their controls are the first qubits
   */
  record BoundCall(
      GateRule rule,
      List<Modifier> modifiers,
      List<Expression> arguments,
      List<Integer> qubits,
      Place place)
      implements Step {
    public BoundCall {
      modifiers = List.copyOf(modifiers);
      qubits = List.copyOf(qubits);
    }

    @Override
    public int depth() {
      return 1 + modifiers.size() + rule.depth();
    }
  }

  /** A barrier. */
  record Barrier(List<Integer> qubits) implements Step {}

  /** A modifier whose number of controls is known. */
  sealed interface Modifier {
    /** How many qubits it puts before those of the gate. */
    default int controls() {
      return 0;
    }
  }

  /** Acts only when every control has the value. */
  record Control(int controls, boolean value) implements Modifier {}

  /** Undoes the gate. */
  record Inverse() implements Modifier {}

  /** Repeats the gate, or takes a root of it. */
  record Power(Expression exponent) implements Modifier {}
}
