package io.quantumexecutor.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Orders fused steps into stages.
 *
 * <p>A stage takes, in program order, every step whose mixed qubit is a row bit among at most a
 * block's worth of them, and that commutes with all earlier steps left behind.
 */
final class StagePlanner {
  /** A block of this many amplitudes (16 bytes each) stays in a second-level cache. */
  private static final int BLOCK_BITS = 14;

  /** Blocks there should be at least, so that all processors get their share. */
  private static final int SHARE_BITS = 2;

  private final List<Stage> stages = new ArrayList<>();
  private final ReadySteps ready;
  private final int maxActive;
  private Layout layout;

  private StagePlanner(List<Step> steps, Layout start) {
    ready = new ReadySteps(steps);
    layout = start;
    int wanted = Math.min(BLOCK_BITS - start.laneBits(), start.rowBits() - SHARE_BITS);
    maxActive = Math.min(start.rowBits(), Math.max(wanted, start.laneBits() + 1));
  }

  static Plan plan(List<Step> steps, Layout start) {
    StagePlanner planner = new StagePlanner(steps, start);
    while (!planner.ready.isEmpty()) {
      planner.addStage();
    }
    return new Plan(planner.stages, planner.layout);
  }

  private void addStage() {
    List<Step> mixing = ready.waiting().stream().filter(step -> !step.isDiagonal()).toList();
    int[] exchange = exchangeNeeded(mixing) ? latestUsedRowBits(mixing) : new int[0];
    layout = layout.exchanged(exchange);
    Selection selection = new Selection(exchange, !mixing.isEmpty());
    List<Step> taken = ready.take(selection::accepts);
    int laneBits = layout.laneBits();
    List<Integer> rows = Arrays.stream(exchange).map(bit -> bit - laneBits).boxed().toList();
    stages.add(new Stage(rows, fill(selection.active) >>> laneBits, inRounds(taken)));
  }

  /** Whether the first step that mixes amplitudes has its target within the lanes. */
  private boolean exchangeNeeded(List<Step> mixing) {
    return !mixing.isEmpty() && layout.bit(mixing.get(0).target) < layout.laneBits();
  }

  /** As many row bits as there are lanes: those whose qubits are mixed again last. */
  private int[] latestUsedRowBits(List<Step> mixing) {
    int[] nextUse = new int[layout.qubits()];
    Arrays.fill(nextUse, Integer.MAX_VALUE);
    for (int i = mixing.size() - 1; i >= 0; i--) {
      nextUse[layout.bit(mixing.get(i).target)] = i;
    }
    return IntStream.range(layout.laneBits(), nextUse.length)
        .boxed()
        .sorted(Comparator.comparing(bit -> -nextUse[bit]))
        .limit(layout.laneBits())
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /**
   * Gathers diagonal steps and, between them, plain rotations, which then run two by two; physical
   * bits in place of qubits.
   */
  private List<Step> inRounds(List<Step> taken) {
    ReadySteps rest = new ReadySteps(taken);
    List<Step> ordered = new ArrayList<>();
    while (!rest.isEmpty()) {
      ordered.addAll(rest.take(step -> !step.isPlainRotation()));
      ordered.addAll(rest.take(Step::isPlainRotation));
    }
    return ordered.stream()
        .map(step -> step.on(layout.bit(step.target), layout.bits(step.controls)))
        .toList();
  }

  /** Fills the block up with the lowest row bits that are free. */
  private int fill(int active) {
    int filled = active;
    for (int bit = layout.laneBits(); Integer.bitCount(filled) < maxActive; bit++) {
      filled |= 1 << bit;
    }
    return filled;
  }

  /** Which steps a stage can run: those that mix no more bits than a block has. */
  private final class Selection {
    private final int lanes = (1 << layout.laneBits()) - 1;

    /** Whether diagonal steps within the lanes wait until their qubits are rows. */
    private final boolean laneStepsWait;

    private int active;

    Selection(int[] exchange, boolean laneStepsWait) {
      this.laneStepsWait = laneStepsWait;
      active = Arrays.stream(exchange).map(bit -> 1 << bit).sum();
    }

    boolean accepts(Step step) {
      if (laneStepsWait && (layout.bits(step.qubits()) & ~lanes) == 0) {
        return false;
      }
      int grown = active | layout.bits(step.mixed());
      boolean fits = (grown & lanes) == 0 && Integer.bitCount(grown) <= maxActive;
      active = fits ? grown : active;
      return fits;
    }
  }

  /**
   * @param stages in order
   * @param end the layout the state has afterwards
   */
  record Plan(List<Stage> stages, Layout end) {}
}
