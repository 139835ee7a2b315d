package io.quantumexecutor.simulator;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.GateType;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Operation.Gate;
import io.quantumexecutor.circuit.Operation.Measurement;
import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.Register;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Circuits for the tests of the simulator. */
final class Circuits {
  private static final List<GateType> TYPES = List.of(GateType.values());

  private Circuits() {}

  static Gate gate(GateType type, int... targets) {
    return controlled(type, List.of(), targets);
  }

  static Gate controlled(GateType type, List<Integer> controls, int... targets) {
    List<Integer> targetList = IntStream.of(targets).boxed().toList();
    return new Gate(type, List.of(), controls, targetList, Place.NONE);
  }

  static Gate rotation(GateType type, double angle, int... targets) {
    List<Integer> targetList = IntStream.of(targets).boxed().toList();
    return new Gate(type, List.of(angle), List.of(), targetList, Place.NONE);
  }

  static Measurement measure(int qubit, int bit) {
    return new Measurement(qubit, bit, Place.NONE);
  }

  /** One register of qubits, one of bits; no bits for a width of 0. */
  static Circuit circuit(int qubits, int bits, Operation... operations) {
    return circuit(qubits, bits, List.of(operations));
  }

  static Circuit circuit(int qubits, int bits, List<Operation> operations) {
    List<Register> bitRegisters = bits == 0 ? List.of() : List.of(new Register("c", bits));
    return new Circuit(List.of(new Register("q", qubits)), bitRegisters, operations);
  }

  /** The circuit followed by a measurement of every qubit into the bit of the same number. */
  static Circuit measured(Circuit circuit) {
    int qubits = circuit.qubitCount();
    Stream<Operation> measurements = IntStream.range(0, qubits).mapToObj(i -> measure(i, i));
    List<Operation> all = Stream.concat(circuit.operations().stream(), measurements).toList();
    return circuit(qubits, qubits, all);
  }

  /** Gates of every type that fits, with up to 3 controls. */
  static Circuit random(int qubits, int gates, Random random) {
    List<Operation> operations = new ArrayList<>();
    while (operations.size() < gates) {
      GateType type = TYPES.get(random.nextInt(TYPES.size()));
      int most = type.isNative() ? 0 : Math.min(3, qubits - type.targets());
      if (type.targets() <= qubits) {
        operations.add(randomGate(type, random.nextInt(most + 1), qubits, random));
      }
    }
    return circuit(qubits, 0, operations);
  }

  static Gate randomGate(GateType type, int controls, int qubits, Random random) {
    List<Integer> shuffled = new ArrayList<>(IntStream.range(0, qubits).boxed().toList());
    Collections.shuffle(shuffled, random);
    List<Double> angles = random.doubles(type.angles(), -7, 7).boxed().toList();
    return new Gate(
        type,
        angles,
        shuffled.subList(0, controls),
        shuffled.subList(controls, controls + type.targets()),
        Place.NONE);
  }
}
