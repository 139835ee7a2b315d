package io.quantumexecutor.simulator;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.OutputLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Samples a circuit; every shot has its own stream of random numbers, in shot order. */
final class Shots {
  /** Larger states are simulated one at a time, each by all processors. */
  private static final int SIDE_BY_SIDE_QUBITS = 18;

  private final Circuit circuit;
  private final NoiseModel noise;
  private final SplittableRandom[] random;
  private final String[] keys;

  Shots(Circuit circuit, int shots, long seed, NoiseModel noise) {
    this.circuit = circuit;
    this.noise = noise;
    random = new SplittableRandom[shots];
    SplittableRandom source = new SplittableRandom(seed);
    Arrays.setAll(random, shot -> source.split());
    keys = new String[shots];
  }

  /** One run per distinct pattern of gate errors: most shots share the run without any. */
  List<String> sampledOnce() {
    UnitaryRun run = new UnitaryRun(circuit.qubitCount(), FinalMeasurements.gates(circuit));
    Map<List<PauliError>, List<Integer>> shotsOfPattern = new LinkedHashMap<>();
    for (int shot = 0; shot < keys.length; shot++) {
      List<PauliError> errors = PauliError.draw(run.gates(), noise, random[shot]);
      shotsOfPattern.computeIfAbsent(errors, none -> new ArrayList<>()).add(shot);
    }
    List<Map.Entry<List<PauliError>, List<Integer>>> patterns =
        List.copyOf(shotsOfPattern.entrySet());
    numbers(patterns.size())
        .forEach(i -> samplePattern(run, patterns.get(i).getKey(), patterns.get(i).getValue()));
    return List.of(keys);
  }

  private void samplePattern(UnitaryRun run, List<PauliError> errors, List<Integer> shots) {
    StateVector state = new StateVector(circuit.qubitCount());
    run.applyTo(state, errors);
    double[] points = shots.stream().mapToDouble(shot -> random[shot].nextDouble()).toArray();
    int[] order =
        IntStream.range(0, points.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> points[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] outcomes = state.sample(Arrays.stream(points).sorted().toArray());
    List<Integer> qubitOfBit = OutputLayout.of(circuit).qubitOfBit();
    for (int i = 0; i < order.length; i++) {
      int shot = shots.get(order[i]);
      keys[shot] = key(read(outcomes[i], qubitOfBit, random[shot]));
    }
  }

  private boolean[] read(int outcome, List<Integer> qubitOfBit, SplittableRandom shotRandom) {
    boolean[] bits = new boolean[qubitOfBit.size()];
    for (int bit = 0; bit < bits.length; bit++) {
      int qubit = qubitOfBit.get(bit);
      if (qubit != OutputLayout.NEVER_WRITTEN) {
        boolean value = (outcome >> qubit & 1) == 1;
        bits[bit] = value ^ (shotRandom.nextDouble() < noise.flipProbability(value));
      }
    }
    return bits;
  }

  /** One run per shot; what comes before the first draw is computed once. */
  List<String> trajectories() {
    List<Instruction> instructions = Instruction.of(circuit);
    StateVector start = new StateVector(circuit.qubitCount());
    List<Instruction> rest = instructions;
    if (!noise.hasGateErrors() && instructions.get(0) instanceof Instruction.Unitary unitary) {
      unitary.run().applyTo(start);
      rest = instructions.subList(1, instructions.size());
    }
    List<Instruction> perShot = rest;
    numbers(keys.length)
        .forEach(
            shot -> {
              boolean[] bits = new boolean[circuit.bitCount()];
              new Trajectory(new StateVector(start), bits, noise, random[shot]).run(perShot);
              keys[shot] = key(bits);
            });
    return List.of(keys);
  }

  private IntStream numbers(int count) {
    IntStream numbers = IntStream.range(0, count);
    return circuit.qubitCount() <= SIDE_BY_SIDE_QUBITS ? numbers.parallel() : numbers;
  }

  private static String key(boolean[] bits) {
    char[] key = new char[bits.length];
    for (int bit = 0; bit < bits.length; bit++) {
      key[bits.length - 1 - bit] = bits[bit] ? '1' : '0';
    }
    return new String(key);
  }
}
