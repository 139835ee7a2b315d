package io.quantumexecutor.simulator;

/** Runs a stage on one block of rows. */
final class StageBlock {
  private final Stage stage;
  private final int laneBits;

  /** The row index of the block's first row: all active bits 0. */
  private final int base;

  private final double[][] re;
  private final double[][] im;

  private StageBlock(Stage stage, int laneBits, int base) {
    this.stage = stage;
    this.laneBits = laneBits;
    this.base = base;
    int rows = 1 << Integer.bitCount(stage.active());
    re = new double[rows][];
    im = new double[rows][];
  }

  /** Reads block number {@code block} of the state, runs the stage on it, and writes it back. */
  static void run(Stage stage, StateVector state, int block) {
    int passive = (state.rowCount() - 1) & ~stage.active();
    int base = Bits.spread(block, passive);
    StageBlock rows = new StageBlock(stage, state.layout().laneBits(), base);
    for (int i = 0; i < rows.re.length; i++) {
      int row = base | Bits.spread(i, stage.active());
      rows.re[i] = state.re(row);
      rows.im[i] = state.im(row);
    }
    if (!stage.exchange().isEmpty()) {
      rows.exchange();
    }
    for (Step step : stage.steps()) {
      rows.apply(step);
    }
    for (int i = 0; i < rows.re.length; i++) {
      state.setRow(base | Bits.spread(i, stage.active()), rows.re[i], rows.im[i]);
    }
  }

  /** Exchanges lane bits with row bits: each square of rows is transposed. */
  private void exchange() {
    int[] places = stage.exchange().stream().mapToInt(this::localBit).toArray();
    int[] rowOfColumn = Bits.moved(places.length, places);
    int exchanged = rowOfColumn[rowOfColumn.length - 1];
    for (int square = 0; square < re.length; square++) {
      if ((square & exchanged) == 0) {
        transpose(re, rowOfColumn, square);
        transpose(im, rowOfColumn, square);
      }
    }
  }

  private static void transpose(double[][] rows, int[] rowOfColumn, int square) {
    for (int i = 0; i < rowOfColumn.length; i++) {
      double[] row = rows[square | rowOfColumn[i]];
      for (int j = 0; j < i; j++) {
        double[] other = rows[square | rowOfColumn[j]];
        double kept = row[j];
        row[j] = other[i];
        other[i] = kept;
      }
    }
  }

  /** Where an active row bit stands in the index within the block. */
  private int localBit(int rowBit) {
    return Integer.bitCount(stage.active() & ((1 << rowBit) - 1));
  }

  private void apply(Step step) {
    int rowControls = step.controls >>> laneBits;
    int laneControls = step.controls & ((1 << laneBits) - 1);
    if ((base & rowControls & ~stage.active()) != (rowControls & ~stage.active())) {
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
    for (int i = controls; i < re.length; i = (((i | fixed) + 1) & ~fixed) | controls) {
      int j = i | target;
      if (laneControls != 0) {
        RowKernels.applyInLanes(step.matrix, laneControls, re[i], im[i], re[j], im[j]);
      } else if (step.shape == Step.Shape.EXCHANGE) {
        swap(re, i, j);
        swap(im, i, j);
      } else {
        RowKernels.apply(step, re[i], im[i], re[j], im[j]);
      }
    }
  }

  private static void swap(double[][] rows, int i, int j) {
    double[] kept = rows[i];
    rows[i] = rows[j];
    rows[j] = kept;
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
    for (int i = value; i < re.length; i = (((i | mask) + 1) & ~mask) | value) {
      if (laneMask == 0) {
        RowKernels.scale(re[i], im[i], fr, fi);
      } else {
        RowKernels.scaleLanes(re[i], im[i], laneMask, lanes, fr, fi);
      }
    }
  }
}
