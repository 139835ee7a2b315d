package io.quantumexecutor.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The 2^n amplitudes of n qubits, in rows of equal length, real and imaginary parts apart.
 *
 * <p>Rows are arrays of their own: exchanging two is exchanging references, and loops over several
 * rows are free of overlaps the JIT compiler would have to fear.
 */
final class StateVector {
  /** Smaller states are not worth a second thread. */
  private static final int PARALLEL_QUBITS = 13;

  private final double[][] re;
  private final double[][] im;
  private Layout layout;

  /** The state |0…0⟩. */
  StateVector(int qubits) {
    layout = Layout.of(qubits);
    re = new double[1 << layout.rowBits()][1 << layout.laneBits()];
    im = new double[1 << layout.rowBits()][1 << layout.laneBits()];
    re[0][0] = 1;
  }

  StateVector(StateVector other) {
    layout = other.layout;
    re =
        IntStream.range(0, other.re.length)
            .mapToObj(i -> other.re[i].clone())
            .toArray(double[][]::new);
    im =
        IntStream.range(0, other.im.length)
            .mapToObj(i -> other.im[i].clone())
            .toArray(double[][]::new);
  }

  Layout layout() {
    return layout;
  }

  int rowCount() {
    return re.length;
  }

  double[] re(int row) {
    return re[row];
  }

  double[] im(int row) {
    return im[row];
  }

  void setRow(int row, double[] rowRe, double[] rowIm) {
    re[row] = rowRe;
    im[row] = rowIm;
  }

  /** Runs a plan that was made for the present layout. */
  void run(StagePlanner.Plan plan) {
    for (Stage stage : plan.stages()) {
      int blocks = re.length >> Integer.bitCount(stage.active());
      IntStream numbers = IntStream.range(0, blocks);
      if (layout.qubits() >= PARALLEL_QUBITS) {
        numbers = numbers.parallel();
      }
      numbers.forEach(block -> StageBlock.run(stage, this, block));
    }
    layout = plan.end();
  }

  /** The probability to measure 1 on a qubit. */
  double probabilityOfOne(int qubit) {
    int bit = layout.bit(qubit);
    double sum = 0;
    for (int row = 0; row < re.length; row++) {
      sum += bit >= layout.laneBits() ? rowNorm(row, bit) : laneNorm(row, bit);
    }
    return sum;
  }

  private double rowNorm(int row, int bit) {
    boolean one = (row >>> (bit - layout.laneBits()) & 1) == 1;
    return one ? RowKernels.norm(re[row], im[row]) : 0;
  }

  private double laneNorm(int row, int bit) {
    int mask = 1 << bit;
    double sum = 0;
    for (int i = mask; i < re[row].length; i = (i + 1) | mask) {
      sum += re[row][i] * re[row][i] + im[row][i] * im[row][i];
    }
    return sum;
  }

  /** Keeps the part in which the qubit has the value, whose probability is given. */
  void collapse(int qubit, boolean value, double probability) {
    double kept = 1 / Math.sqrt(probability);
    double[] matrix = {value ? 0 : kept, 0, 0, 0, 0, 0, value ? kept : 0, 0};
    apply(new Step(qubit, 0, matrix));
  }

  /** Applies a single step, its qubits logical. */
  void apply(Step step) {
    run(StagePlanner.plan(List.of(step), layout));
  }

  /**
   * Draws basis states.
   *
   * @param points numbers in [0, 1) in ascending order, one per draw
   * @return for each point the index of a basis state, bit q for qubit q
   */
  int[] sample(double[] points) {
    int[] qubitOfBit = layout.qubitOfBit();
    int[] outcomes = new int[points.length];
    int next = 0;
    double below = 0;
    int last = 0;
    for (int row = 0; row < re.length && next < points.length; row++) {
      for (int i = 0; i < re[row].length; i++) {
        double p = re[row][i] * re[row][i] + im[row][i] * im[row][i];
        if (p > 0) {
          last = row << layout.laneBits() | i;
          below += p;
          for (; next < points.length && points[next] < below; next++) {
            outcomes[next] = last;
          }
        }
      }
    }
    Arrays.fill(outcomes, next, outcomes.length, last);
    return Arrays.stream(outcomes).map(index -> logical(index, qubitOfBit)).toArray();
  }

  private static int logical(int index, int[] qubitOfBit) {
    int result = 0;
    for (int left = index; left != 0; left &= left - 1) {
      result |= 1 << qubitOfBit[Integer.numberOfTrailingZeros(left)];
    }
    return result;
  }

  /** Adds the probability of every basis state to the slot its index is mapped to. */
  void addProbabilities(int[] slotBitOfQubit, double[] slots) {
    int[] qubitOfBit = layout.qubitOfBit();
    int[] lane = slotTable(0, layout.laneBits(), qubitOfBit, slotBitOfQubit);
    int[] row = slotTable(layout.laneBits(), layout.rowBits(), qubitOfBit, slotBitOfQubit);
    for (int i = 0; i < re.length; i++) {
      for (int j = 0; j < lane.length; j++) {
        slots[row[i] | lane[j]] += re[i][j] * re[i][j] + im[i][j] * im[i][j];
      }
    }
  }

  private static int[] slotTable(int from, int count, int[] qubitOfBit, int[] slotBitOfQubit) {
    int[] table = new int[1 << count];
    for (int value = 1; value < table.length; value++) {
      int low = Integer.numberOfTrailingZeros(value);
      int slotBit = slotBitOfQubit[qubitOfBit[from + low]];
      table[value] = table[value & (value - 1)] | (slotBit < 0 ? 0 : 1 << slotBit);
    }
    return table;
  }
}
