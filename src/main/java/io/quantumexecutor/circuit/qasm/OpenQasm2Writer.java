package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.Condition;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramErrors;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.StepBudget;
import io.quantumexecutor.circuit.decompose.Decomposer;
import io.quantumexecutor.circuit.decompose.GateBasis;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes OpenQASM 2.0 for Quantinuum.
 *
 * <p>Only gates that Azure Quantum documents for these targets appear ({@code x y z rx ry rz h cx
 * cz s sdg t tdg}); all others are decomposed exactly up to a global phase. Numbers always have a
 * decimal point, as the service wants it.
 *
 * <p>Source: the OpenQASM 2.0 specification and the Azure Quantum documentation.
 */
public final class OpenQasm2Writer {
  private final WrittenNames names;
  private final ConditionWriter conditions;
  private final ProgramErrors errors = new ProgramErrors();
  private final StringBuilder text = new StringBuilder();
  private final CircuitLimits limits;
  private int statements;

  private OpenQasm2Writer(Circuit circuit, CircuitLimits limits) {
    this.limits = limits;
    names = new WrittenNames(circuit);
    conditions = new ConditionWriter(circuit.bits(), names, errors, new StepBudget(limits.steps()));
  }

  /**
   * The program text, with the registers of the circuit under their own names; a name that OpenQASM
   * 2.0 does not allow, or that is taken, is changed.
   *
   * @throws ProgramException naming every condition that cannot be said by tests of one whole
   *     register, or if the text becomes too long
   */
  public static String write(Circuit circuit, CircuitLimits limits) {
    Circuit decomposed = Decomposer.to(GateBasis.QUANTINUUM_QASM, limits).apply(circuit);
    OpenQasm2Writer writer = new OpenQasm2Writer(decomposed, limits);
    writer.text.append("OPENQASM 2.0;\ninclude \"qelib1.inc\";\n");
    writer.text.append(writer.names.declarations());
    decomposed.operations().forEach(writer::write);
    writer.errors.throwIfAny();
    return writer.text.toString();
  }

  /** The program text within {@link CircuitLimits#DEFAULT}. */
  public static String write(Circuit circuit) {
    return write(circuit, CircuitLimits.DEFAULT);
  }

  /** The names that the classical registers of a circuit get in its text, in their order. */
  public static List<String> bitRegisterNames(Circuit circuit) {
    return new WrittenNames(circuit).bitRegisters();
  }

  private void write(Operation operation) {
    if (operation instanceof Operation.Conditional conditional) {
      for (ConditionWriter.Guarded guarded : conditions.guarded(conditional)) {
        writeGuarded(guarded.condition(), guarded.operation());
      }
    } else {
      append("", statement(operation), operation.place());
    }
  }

  private void append(String test, String statement, Place place) {
    statements++;
    if (statements > limits.operations()) {
      throw new ProgramException(
          ProgramError.at(
              place,
              "the program needs more than "
                  + limits.operations()
                  + " statements of OpenQASM 2.0, which can only compare a whole register with one"
                  + " number at a time; use fewer gates under conditions, or a target that takes"
                  + " adaptive QIR"));
    }
    text.append(test).append(statement);
    limits.checkWritten(text.length(), place);
  }

  private void writeGuarded(Condition condition, Operation operation) {
    String statement = statement(operation);
    if (operation instanceof Operation.Barrier) {
      append("", statement, operation.place());
      return;
    }
    for (String test : conditions.tests(condition, operation.place())) {
      append(test, statement, operation.place());
    }
  }

  private String statement(Operation operation) {
    if (operation instanceof Operation.Gate gate) {
      return gate(gate);
    } else if (operation instanceof Operation.Measurement measurement) {
      String qubit = names.qubit(measurement.qubit());
      return "measure " + qubit + " -> " + names.bit(measurement.bit()) + ";\n";
    } else if (operation instanceof Operation.Reset reset) {
      return "reset " + names.qubit(reset.qubit()) + ";\n";
    } else if (operation instanceof Operation.Barrier barrier) {
      return "barrier " + qubits(barrier.qubits()) + ";\n";
    }
    throw new IllegalArgumentException("not a single statement: " + operation);
  }

  private String gate(Operation.Gate gate) {
    StringBuilder written = new StringBuilder("c".repeat(gate.controls().size()));
    written.append(gate.type().name().toLowerCase(Locale.ROOT));
    if (!gate.angles().isEmpty()) {
      written.append(
          gate.angles().stream()
              .map(OpenQasm2Writer::number)
              .collect(Collectors.joining(",", "(", ")")));
    }
    written.append(' ');
    if (!gate.controls().isEmpty()) {
      written.append(qubits(gate.controls())).append(',');
    }
    return written.append(qubits(gate.targets())).append(";\n").toString();
  }

  private String qubits(List<Integer> qubits) {
    return qubits.stream().map(names::qubit).collect(Collectors.joining(","));
  }

  /** Reads back as the very same number. */
  private static String number(double value) {
    return Double.toString(value).replace('E', 'e');
  }
}
