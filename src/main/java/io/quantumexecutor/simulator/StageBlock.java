package io.quantumexecutor.simulator;

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

  private final Row[] rows;
  private final Row spare0;
  private final Row spare1;
  private final double[] scaled = new double[8];

  private StageBlock(Stage stage, StateVector state, int base) {
    this.stage = stage;
    this.laneBits = state.layout().laneBits();
    this.base = base;
    rows = new Row[1 << Integer.bitCount(stage.active())];
    for (int i = 0; i < rows.length; i++) {
      int row = base | Bits.spread(i, stage.active());
      rows[i] = new Row(state.re(row), state.im(row));
    }
    int lanes = 1 << laneBits;
    spare0 = new Row(new double[lanes], new double[lanes]);
    spare1 = new Row(new double[lanes], new double[lanes]);
  }

  /** Reads block number {@code number} of the state, runs the stage on it, and writes it back. */
  static void run(Stage stage, StateVector state, int number) {
    int passive = (state.rowCount() - 1) & ~stage.active();
    int base = Bits.spread(number, passive);
    StageBlock block = new StageBlock(stage, state, base);
    if (!stage.exchange().isEmpty()) {
      block.exchange();
    }
    for (Step step : stage.steps()) {
      block.apply(step);
    }
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
    for (int i = 0; i < rowOfColumn.length; i++) {
      Row row = rows[square | rowOfColumn[i]];
      for (int j = 0; j < i; j++) {
        Row other = rows[square | rowOfColumn[j]];
        double kept = row.re[j];
        row.re[j] = other.re[i];
        other.re[i] = kept;
        kept = row.im[j];
        row.im[j] = other.im[i];
        other.im[i] = kept;
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
        combineLanes(step, laneControls, rows[i], rows[j]);
      } else if (step.shape == Step.Shape.EXCHANGE) {
        Row kept = rows[i];
        rows[i] = rows[j];
        rows[j] = kept;
      } else {
        combine(step, rows[i], rows[j]);
      }
    }
  }

  private static void combineLanes(Step step, int mask, Row x, Row y) {
    x.settle();
    y.settle();
    if (step.shape == Step.Shape.EXCHANGE) {
      RowKernels.swapLanes(mask, x, y);
    } else {
      RowKernels.combineLanes(step.matrix, mask, x, y);
    }
  }

  private void combine(Step step, Row x, Row y) {
    double[] m = step.matrix;
    boolean realFactors = x.factorIm == 0 && y.factorIm == 0;
    if (realFactors && step.shape == Step.Shape.REAL) {
      double fx = x.factorRe;
      double fy = y.factorRe;
      RowKernels.combineReal(x.re, y.re, m[0] * fx, m[2] * fy, m[4] * fx, m[6] * fy);
      RowKernels.combineReal(x.im, y.im, m[0] * fx, m[2] * fy, m[4] * fx, m[6] * fy);
    } else if (realFactors && step.shape == Step.Shape.CROSS) {
      double fx = x.factorRe;
      double fy = y.factorRe;
      RowKernels.combineReal(x.re, y.im, m[0] * fx, -m[3] * fy, m[5] * fx, m[6] * fy);
      RowKernels.combineReal(x.im, y.re, m[0] * fx, m[3] * fy, -m[5] * fx, m[6] * fy);
    } else {
      combineComplex(m, x, y);
    }
    x.forgetFactor();
    y.forgetFactor();
  }

  private void combineComplex(double[] m, Row x, Row y) {
    for (int entry = 0; entry < 8; entry += 2) {
      Row column = (entry & 2) == 0 ? x : y;
      scaled[entry] = m[entry] * column.factorRe - m[entry + 1] * column.factorIm;
      scaled[entry + 1] = m[entry] * column.factorIm + m[entry + 1] * column.factorRe;
    }
    RowKernels.combineComplex(scaled, 0, x, y, spare0);
    RowKernels.combineComplex(scaled, 4, x, y, spare1);
    x.swapAmplitudes(spare0);
    y.swapAmplitudes(spare1);
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
