package io.quantumexecutor.circuit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Random OpenQASM 2.0 texts from a seed: all gates of {@code qelib1.inc} and its later additions,
 * on up to five qubits in registers of unequal size.
 */
public final class GeneratedPrograms {
  /** Name, number of angles, number of qubits. */
  private static final List<GateCall> GATES =
      Stream.of(
              "U 3 1, u 3 1, u3 3 1, u2 2 1, u1 1 1, p 1 1, phase 1 1, r 2 1, u0 1 1, id 0 1",
              "x 0 1, y 0 1, z 0 1, h 0 1, s 0 1, sdg 0 1, t 0 1, tdg 0 1, sx 0 1, sxdg 0 1",
              "rx 1 1, ry 1 1, rz 1 1, CX 0 2, cx 0 2, cnot 0 2, cy 0 2, cz 0 2, ch 0 2, cs 0 2",
              "csdg 0 2, csx 0 2, crx 1 2, cry 1 2, crz 1 2, cu1 1 2, cp 1 2, cphase 1 2, cu3 3 2",
              "cu 4 2, swap 0 2, rxx 1 2, ryy 1 2, rzz 1 2, rzx 1 2, ecr 0 2, dcx 0 2, iswap 0 2",
              "xx_plus_yy 2 2, xx_minus_yy 2 2, ccx 0 3, toffoli 0 3, ccz 0 3, cswap 0 3, rccx 0 3",
              "c3x 0 4, c3sx 0 4, c3sqrtx 0 4, rc3x 0 4, rcccx 0 4, c4x 0 5")
          .flatMap(line -> Stream.of(line.split(", ")))
          .map(GateCall::of)
          .toList();

  private static final List<List<Integer>> QUBITS =
      List.of(List.of(1, 2), List.of(3, 1), List.of(1, 3), List.of(2, 3), List.of(3, 2));
  private static final List<List<Integer>> BITS =
      List.of(List.of(1, 2), List.of(2, 1), List.of(1, 3), List.of(2, 1, 3), List.of(1, 3, 2));
  private static final int BRANCHINGS = 3;

  private final Random random;
  private final List<String> qubits;
  private final List<Integer> bitSizes;
  private final List<String> bits;
  private final StringBuilder text = new StringBuilder("OPENQASM 2.0;\ninclude \"qelib1.inc\";\n");

  private GeneratedPrograms(long seed) {
    random = new Random(seed);
    qubits = declare("qreg", "q", QUBITS.get(random.nextInt(QUBITS.size())));
    bitSizes = BITS.get(random.nextInt(BITS.size()));
    bits = declare("creg", "c", bitSizes);
    // Without this most gates would meet basis states.
    qubits.forEach(qubit -> statement("ry(" + angle() + ") " + qubit));
  }

  private record GateCall(String name, int angles, int qubits) {
    static GateCall of(String words) {
      String[] word = words.split(" ", -1);
      return new GateCall(word[0], Integer.parseInt(word[1]), Integer.parseInt(word[2]));
    }
  }

  /** Gates, then measurements of some qubits into some bits, in any order. */
  public static String straight(int seed) {
    GeneratedPrograms program = new GeneratedPrograms(seed);
    program.gates(seed);
    return program.measured();
  }

  /** Measurements, resets and tests of registers among the gates. */
  public static String adaptive(int seed) {
    GeneratedPrograms program = new GeneratedPrograms(seed);
    for (int i = 0; i < BRANCHINGS; i++) {
      program.gates(seed + i * 17);
      program.branching();
    }
    return program.measured();
  }

  private void gates(int number) {
    // In turn, so that no gate is left out.
    gate(GATES.get(Math.floorMod(number, GATES.size())));
    for (int more = random.nextInt(8); more > 0; more--) {
      gate(GATES.get(random.nextInt(GATES.size())));
    }
  }

  private void branching() {
    switch (random.nextInt(3)) {
      case 0 -> statement("reset " + one(qubits));
      case 1 -> statement("measure " + one(qubits) + " -> " + one(bits));
      default -> {
        int register = random.nextInt(bitSizes.size());
        int value = random.nextInt(1 << bitSizes.get(register));
        text.append("if(c").append(register).append("==").append(value).append(") ");
        statement("u3(" + angle() + ",0.3," + angle() + ") " + one(qubits));
      }
    }
  }

  private void gate(GateCall call) {
    if (call.qubits > qubits.size()) {
      return;
    }
    String angles =
        Stream.generate(this::angle).limit(call.angles).collect(Collectors.joining(",", "(", ")"));
    String on = String.join(",", shuffled(qubits).subList(0, call.qubits));
    statement(call.name + (call.angles == 0 ? "" : angles) + " " + on);
  }

  private String angle() {
    return random.nextInt(4) == 0
        ? random.nextInt(-7, 8) + "*pi/" + (1 + random.nextInt(8))
        : Double.toString(random.nextDouble(-7, 7));
  }

  private String measured() {
    List<String> order = shuffled(qubits);
    List<String> destinations = shuffled(bits);
    int count = 1 + random.nextInt(Math.min(order.size(), destinations.size()));
    for (int i = 0; i < count; i++) {
      statement("measure " + order.get(i) + " -> " + destinations.get(i));
    }
    return text.toString();
  }

  private List<String> declare(String keyword, String name, List<Integer> sizes) {
    List<String> elements = new ArrayList<>();
    for (int i = 0; i < sizes.size(); i++) {
      String register = name + i;
      statement(keyword + " " + register + "[" + sizes.get(i) + "]");
      IntStream.range(0, sizes.get(i)).forEach(k -> elements.add(register + "[" + k + "]"));
    }
    return elements;
  }

  private void statement(String statement) {
    text.append(statement).append(";\n");
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private List<String> shuffled(List<String> of) {
    List<String> order = new ArrayList<>(of);
    Collections.shuffle(order, random);
    return order;
  }
}
