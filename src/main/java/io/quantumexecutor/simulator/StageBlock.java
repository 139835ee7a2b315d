package io.quantumexecutor.simulator;

import java.util.List;

/**
 * Runs a stage on one block of rows.
 *
 * <p>Diagonal steps only collect a factor per row, which the next matrix takes in, so that most of
 * them cost no pass over the amplitudes.
 */
final class StageBlock {
  private final Stage stage;
  private final int laneBits;

  /** The row index of the block's first row: all active bits 0. */
  private final int base;

  private final AmplitudeRow[] rows;

  /** Scratch space for the rows of two rotations, and for their factors. */
  private final AmplitudeRow[] four = new AmplitudeRow[4];

  private final double[][] parts = new double[4][];
  private final double[] factors = new double[4];

  private StageBlock(Stage stage, StateVector state, int base) {
    this.stage = stage;
    this.laneBits = state.layout().laneBits();
    this.base = base;
    rows = new AmplitudeRow[1 << Integer.bitCount(stage.active())];
    for (int i = 0; i < rows.length; i++) {
      int row = base | Bits.spread(i, stage.active());
      rows[i] = new AmplitudeRow(state.re(row), state.im(row));
    }
  }

  /** Reads block number {@code number} of the state, runs the stage on it, and writes it back. */
  static void run(Stage stage, StateVector state, int number) {
    int passive = (state.rowCount() - 1) & ~stage.active();
    int base = Bits.spread(number, passive);
    StageBlock block = new StageBlock(stage, state, base);
    if (!stage.exchange().isEmpty()) {
      block.exchange();
    }
    block.applySteps();
    for (int i = 0; i < block.rows.length; i++) {
      block.rows[i].settle();
      state.setRow(base | Bits.spread(i, stage.active()), block.rows[i].re, block.rows[i].im);
    }
  }

  /** Exchanges lane bits with row bits: each square of rows is transposed. */
  private void exchange() {
    int[] places = stage.exchange().stream().mapToInt(this::localBit).toArray();
    int[] rowOfColumn = Bits.moved(places.length, places);
    int exchanged = rowOfColumn[rowOfColumn.length - 1];
    for (int square = 0; square < rows.length; square++) {
      if ((square & exchanged) == 0) {
        transpose(rowOfColumn, square);
      }
    }
  }

  private void transpose(int[] rowOfColumn, int square) {
    double[][] re = new double[rowOfColumn.length][];
    double[][] im = new double[rowOfColumn.length][];
    for (int i = 0; i < rowOfColumn.length; i++) {
      re[i] = rows[square | rowOfColumn[i]].re;
      im[i] = rows[square | rowOfColumn[i]].im;
    }
    RowKernels.transpose(re);
    RowKernels.transpose(im);
  }

  /** Where an active row bit stands in the index within the block. */
  private int localBit(int rowBit) {
    return Integer.bitCount(stage.active() & ((1 << rowBit) - 1));
  }

  private void applySteps() {
    List<Step> steps = stage.steps();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      Step next = i + 1 < steps.size() ? steps.get(i + 1) : step;
      if (step.isPlainRotation() && next.isPlainRotation() && next.target != step.target) {
        rotateTwice(step, next);
        i++;
      } else {
        apply(step);
      }
    }
  }

  /** Rotates on two qubits in one pass over the rows. */
  private void rotateTwice(Step step, Step next) {
    int first = 1 << localBit(step.target - laneBits);
    int second = 1 << localBit(next.target - laneBits);
    int both = first | second;
    double scale = step.cosine() * next.cosine();
    double t = step.sine() / step.cosine();
    double u = next.sine() / next.cosine();
    for (int i = 0; i < rows.length; i = ((i | both) + 1) & ~both) {
      four[0] = rows[i];
      four[1] = rows[i | first];
      four[2] = rows[i | second];
      four[3] = rows[i | both];
      for (int k = 0; k < 4; k++) {
        four[k].alignFactor();
        parts[k] = four[k].re;
        factors[k] = four[k].partFactorRe * scale;
      }
      RowKernels.shearTwice(parts, factors, t, u);
      for (int k = 0; k < 4; k++) {
        parts[k] = four[k].im;
        factors[k] = four[k].partFactorIm * scale;
      }
      RowKernels.shearTwice(parts, factors, t, u);
    }
  }

  private void apply(Step step) {
    int rowControls = step.controls >>> laneBits;
    int laneControls = step.controls & ((1 << laneBits) - 1);
    if ((~base & rowControls & ~stage.active()) != 0) {
      return;
    }
    int controls = 0;
    for (int left = rowControls & stage.active(); left != 0; left &= left - 1) {
      controls |= 1 << localBit(Integer.numberOfTrailingZeros(left));
    }
    if (step.isDiagonal()) {
      applyDiagonal(step, controls, laneControls);
    } else {
      applyMixing(step, controls, laneControls);
    }
  }

  private void applyMixing(Step step, int controls, int laneControls) {
    int target = 1 << localBit(step.target - laneBits);
    int fixed = controls | target;
    for (int i = controls; i < rows.length; i = (((i | fixed) + 1) & ~fixed) | controls) {
      int j = i | target;
      if (laneControls != 0) {
        mixLanes(step, laneControls, rows[i], rows[j]);
      } else if (step.shape == Step.Shape.EXCHANGE) {
        AmplitudeRow kept = rows[i];
        rows[i] = rows[j];
        rows[j] = kept;
      } else {
        rotate(step.cosine(), step.sine(), rows[i], rows[j]);
      }
    }
  }

  private static void mixLanes(Step step, int mask, AmplitudeRow x, AmplitudeRow y) {
    x.settle();
    y.settle();
    if (step.shape == Step.Shape.EXCHANGE) {
      RowKernels.swapLanes(mask, x.re, y.re);
      RowKernels.swapLanes(mask, x.im, y.im);
    } else {
      RowKernels.rotateLanes(mask, x.re, y.re, step.cosine(), step.sine());
      RowKernels.rotateLanes(mask, x.im, y.im, step.cosine(), step.sine());
    }
  }

  private static void rotate(double c, double s, AmplitudeRow x, AmplitudeRow y) {
    x.alignFactor();
    y.alignFactor();
    double fx = x.partFactorRe;
    double fy = y.partFactorRe;
    RowKernels.combine(x.re, y.re, c * fx, -s * fy, s * fx, c * fy);
    fx = x.partFactorIm;
    fy = y.partFactorIm;
    RowKernels.combine(x.im, y.im, c * fx, -s * fy, s * fx, c * fy);
  }

  private void applyDiagonal(Step step, int controls, int laneControls) {
    double[] m = step.matrix;
    if (step.target < laneBits) {
      int mask = laneControls | 1 << step.target;
      scaleRows(controls, controls, mask, laneControls, m[0], m[1]);
      scaleRows(controls, controls, mask, mask, m[6], m[7]);
    } else if ((stage.active() >>> (step.target - laneBits) & 1) == 1) {
      int fixed = controls | 1 << localBit(step.target - laneBits);
      scaleRows(fixed, controls, laneControls, laneControls, m[0], m[1]);
      scaleRows(fixed, fixed, laneControls, laneControls, m[6], m[7]);
    } else {
      int entry = (base >>> (step.target - laneBits) & 1) * 6;
      scaleRows(controls, controls, laneControls, laneControls, m[entry], m[entry + 1]);
    }
  }

  /** Scales the given lanes of the rows whose masked index bits equal the value. */
  private void scaleRows(int mask, int value, int laneMask, int lanes, double fr, double fi) {
    if (fr == 1 && fi == 0) {
      return;
    }
    for (int i = value; i < rows.length; i = (((i | mask) + 1) & ~mask) | value) {
      if (laneMask == 0) {
        rows[i].scale(fr, fi);
      } else {
        RowKernels.scaleLanes(rows[i].re, rows[i].im, laneMask, lanes, fr, fi);
      }
    }
  }
}
