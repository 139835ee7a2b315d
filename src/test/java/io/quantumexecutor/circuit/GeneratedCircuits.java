package io.quantumexecutor.circuit;

import io.quantumexecutor.circuit.Operation.Gate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random circuits from a seed: up to five qubits, all gates, several registers. */
public final class GeneratedCircuits {
  private static final List<GateType> QIS =
      Stream.of(GateType.values()).filter(type -> !type.isNative()).toList();
  private static final List<GateType> NATIVE =
      Stream.of(GateType.values()).filter(GateType::isNative).toList();

  private final Random random;
  private final int qubits;
  private final int bits;
  private final List<Operation> operations = new ArrayList<>();

  private GeneratedCircuits(long seed) {
    random = new Random(seed);
    qubits = 1 + random.nextInt(5);
    bits = 1 + random.nextInt(6);
  }

  /** Gates, then measurements of some qubits into some bits, in any order. */
  public static Circuit straight(long seed) {
    GeneratedCircuits generated = new GeneratedCircuits(seed);
    generated.gates(QIS);
    return generated.measured();
  }

  /** Native IonQ gates, then measurements. */
  public static Circuit ofNativeGates(long seed) {
    GeneratedCircuits generated = new GeneratedCircuits(seed);
    generated.gates(NATIVE);
    return generated.measured();
  }

  /** Measurements, resets and conditionals among the gates. */
  public static Circuit adaptive(long seed) {
    GeneratedCircuits generated = new GeneratedCircuits(seed);
    int steps = 4 + generated.random.nextInt(14);
    for (int i = 0; i < steps; i++) {
      generated.operations.add(generated.adaptiveStep(2));
    }
    return generated.measured();
  }

  private void gates(List<GateType> types) {
    int gates = 1 + random.nextInt(12);
    for (int i = 0; i < gates; i++) {
      operations.add(gate(types));
    }
  }

  private Operation adaptiveStep(int depth) {
    int kind = random.nextInt(10);
    if (kind < 2) {
      return new Operation.Measurement(random.nextInt(qubits), random.nextInt(bits), Place.NONE);
    }
    return kind == 2 && depth > 0 ? conditional(depth) : innerStep();
  }

  private Operation innerStep() {
    return random.nextInt(8) == 0
        ? new Operation.Reset(random.nextInt(qubits), Place.NONE)
        : gate(QIS);
  }

  private Operation conditional(int depth) {
    return new Operation.Conditional(condition(2), body(depth), body(depth), Place.NONE);
  }

  private List<Operation> body(int depth) {
    return Stream.generate(
            () -> random.nextInt(4) == 0 && depth > 1 ? conditional(depth - 1) : innerStep())
        .limit(random.nextInt(3))
        .toList();
  }

  private Condition condition(int depth) {
    int kind = random.nextInt(4);
    if (kind >= 2 || depth == 0) {
      return new Condition.BitIs(random.nextInt(bits), random.nextBoolean());
    }
    List<Condition> parts =
        Stream.generate(() -> condition(depth - 1)).limit(random.nextInt(4)).toList();
    return kind == 0 ? new Condition.AllOf(parts) : new Condition.AnyOf(parts);
  }

  private Gate gate(List<GateType> types) {
    List<GateType> fitting = types.stream().filter(type -> type.targets() <= qubits).toList();
    GateType type = fitting.get(random.nextInt(fitting.size()));
    List<Integer> order = shuffled(qubits);
    int most = type.isNative() ? 0 : qubits - type.targets();
    int controls = random.nextBoolean() ? 0 : random.nextInt(most + 1);
    return new Gate(
        type,
        Stream.generate(() -> random.nextDouble() * 14 - 7).limit(type.angles()).toList(),
        order.subList(0, controls),
        order.subList(controls, controls + type.targets()),
        Place.NONE);
  }

  private Circuit measured() {
    List<Integer> order = shuffled(qubits);
    List<Integer> destinations = shuffled(bits);
    int measurements = random.nextInt(Math.min(qubits, bits) + 1);
    for (int i = 0; i < measurements; i++) {
      operations.add(new Operation.Measurement(order.get(i), destinations.get(i), Place.NONE));
    }
    return new Circuit(registers("q", qubits), registers("c", bits), operations);
  }

  private List<Register> registers(String name, int size) {
    List<Register> registers = new ArrayList<>();
    for (int left = size; left > 0; left -= registers.get(registers.size() - 1).size()) {
      registers.add(new Register(name + registers.size(), 1 + random.nextInt(left)));
    }
    return registers;
  }

  private List<Integer> shuffled(int count) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    Collections.shuffle(order, random);
    return order;
  }
}
