package io.quantumexecutor.circuit.decompose;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramErrors;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.Register;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * A circuit for targets that measure only at the end: gates, then measurements.
 *
 * @param gates in program order
 * @param measurements in program order, no qubit twice
 */
public record StraightLine(List<Operation.Gate> gates, List<Operation.Measurement> measurements) {
  public StraightLine {
    gates = List.copyOf(gates);
    measurements = List.copyOf(measurements);
  }

  /**
   * Separates gates and measurements. Barriers are dropped, and so are resets of qubits that
   * nothing has touched yet.
   *
   * @param target how messages call what cannot run the rest, for example "IonQ JSON"
   * @throws ProgramException naming every gate, reset and measurement on a measured qubit, every
   *     reset of a qubit in use and every conditional
   */
  public static StraightLine of(Circuit circuit, String target) {
    Separation separation = new Separation(circuit, target);
    circuit.operations().forEach(separation::take);
    separation.errors.throwIfAny();
    return new StraightLine(separation.gates, separation.measurements);
  }

  private static final class Separation {
    private final Circuit circuit;
    private final String target;
    private final BitSet touched = new BitSet();
    private final BitSet measured = new BitSet();
    private final List<Operation.Gate> gates = new ArrayList<>();
    private final List<Operation.Measurement> measurements = new ArrayList<>();
    private final ProgramErrors errors = new ProgramErrors();

    Separation(Circuit circuit, String target) {
      this.circuit = circuit;
      this.target = target;
    }

    void take(Operation operation) {
      if (operation instanceof Operation.Gate gate) {
        Supplier<String> name = () -> "gate " + gate.type().name().toLowerCase(Locale.ROOT);
        gate.controls().forEach(qubit -> touch(qubit, name, gate.place()));
        gate.targets().forEach(qubit -> touch(qubit, name, gate.place()));
        gates.add(gate);
      } else if (operation instanceof Operation.Measurement measurement) {
        touch(measurement.qubit(), () -> "another measurement", measurement.place());
        measured.set(measurement.qubit());
        measurements.add(measurement);
      } else if (operation instanceof Operation.Reset reset) {
        reset(reset);
      } else if (operation instanceof Operation.Conditional conditional) {
        refuse(conditional.place(), () -> "a conditional");
      } else if (!(operation instanceof Operation.Barrier)) {
        throw new IllegalStateException("unknown operation " + operation.getClass());
      }
    }

    private void touch(int qubit, Supplier<String> what, Place place) {
      touched.set(qubit);
      if (measured.get(qubit)) {
        refuse(place, () -> what.get() + " on " + name(qubit) + " after its measurement");
      }
    }

    private void reset(Operation.Reset reset) {
      if (touched.get(reset.qubit())) {
        refuse(reset.place(), () -> "a reset of " + name(reset.qubit()) + ", which is in use");
      }
    }

    private void refuse(Place place, Supplier<String> what) {
      errors.add(
          () ->
              ProgramError.at(
                  place,
                  target
                      + " cannot express "
                      + what.get()
                      + "; choose a target that takes OpenQASM or adaptive QIR, such as"
                      + " Quantinuum's"));
    }

    private String name(int qubit) {
      int offset = 0;
      for (Register register : circuit.qubits()) {
        if (qubit < offset + register.size()) {
          return register.name() + "[" + (qubit - offset) + "]";
        }
        offset += register.size();
      }
      return "qubit " + qubit;
    }
  }
}
