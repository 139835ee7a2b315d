package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.Register;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Collects registers and operations. */
final class CircuitBuilder {
  private final CircuitLimits limits;
  private final List<Register> qubits = new ArrayList<>();
  private final List<Register> bits = new ArrayList<>();

  // Registers of inner scopes may be named alike; in the circuit they may not.
  private final UniqueNames qubitNames = new UniqueNames(Set.of());
  private final UniqueNames bitNames = new UniqueNames(Set.of());
  private final Set<String> declaredOutputs = new HashSet<>();
  private final Set<String> localBits = new HashSet<>();
  private List<Operation> operations = new ArrayList<>();
  private int qubitCount;
  private int bitCount;
  private int conditions;

  CircuitBuilder(CircuitLimits limits) {
    this.limits = limits;
  }

  int qubitCount() {
    return qubitCount;
  }

  /** The global indices of a new quantum register. */
  List<Integer> addQubits(String name, long size, Place place) {
    checkSize(size, limits.qubits() - qubitCount, limits.qubits() + " qubits", place);
    qubits.add(new Register(qubitNames.unused(name), (int) size));
    qubitCount += (int) size;
    return IntStream.range(qubitCount - (int) size, qubitCount).boxed().toList();
  }

  /** The global indices of a new classical register. */
  List<Integer> addBits(String name, long size, Place place) {
    checkSize(size, limits.bits() - bitCount, limits.bits() + " bits", place);
    bits.add(new Register(bitNames.unused(name), (int) size));
    bitCount += (int) size;
    return IntStream.range(bitCount - (int) size, bitCount).boxed().toList();
  }

  /** The register declared last is an output, and with it no other but those declared so. */
  void lastIsOutput() {
    declaredOutputs.add(bits.get(bits.size() - 1).name());
  }

  /** The register declared last lives in an inner scope. */
  void lastIsLocal() {
    localBits.add(bits.get(bits.size() - 1).name());
  }

  private static void checkSize(long size, int left, String limit, Place place) {
    if (size < 1) {
      throw new Refusal(place, "a register needs a size of at least 1");
    }
    if (size > left) {
      throw new Refusal(place, "with this the program has more than " + limit + ": the limit");
    }
  }

  void add(Operation operation) {
    operations.add(operation);
  }

  /** What the action adds, which goes into no other list. */
  List<Operation> collect(Runnable action) {
    List<Operation> outer = operations;
    List<Operation> inner = new ArrayList<>();
    operations = inner;
    try {
      action.run();
    } finally {
      operations = outer;
    }
    return inner;
  }

  /** Like {@link #collect}, for a body that runs only under a condition. */
  List<Operation> collectConditional(Runnable action) {
    conditions++;
    try {
      return collect(action);
    } finally {
      conditions--;
    }
  }

  /** Whether what is added now runs only under a condition. */
  boolean isConditional() {
    return conditions > 0;
  }

  Circuit build() {
    return new Circuit(qubits, bits.stream().map(this::marked).toList(), operations);
  }

  /**
   * Without any {@code output} declaration all global bits are outputs, else only the declared ones
   * (OpenQASM 3 specification, "Input/output").
   */
  private Register marked(Register register) {
    boolean isOutput =
        declaredOutputs.isEmpty()
            ? !localBits.contains(register.name())
            : declaredOutputs.contains(register.name());
    return isOutput ? register : register.internal();
  }
}
