package io.quantumexecutor.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Orders fused steps into stages.
 *
 * <p>A stage takes, in program order, every step whose mixed qubit is a row bit among at most a
 * block's worth of them, and that commutes with all earlier steps left behind: two steps commute
 * when they share no qubit, or are both diagonal on every qubit they share.
 */
final class StagePlanner {
  /** A block of this many amplitudes (16 bytes each) stays in a second-level cache. */
  private static final int BLOCK_BITS = 14;

  /** Blocks there should be at least, so that all processors get their share. */
  private static final int SHARE_BITS = 2;

  /** How far ahead a stage looks for steps. */
  private static final int WINDOW = 4096;

  private final List<Stage> stages = new ArrayList<>();
  private final Step[] steps;
  private final boolean[] done;
  private final int maxActive;
  private int first;
  private Layout layout;

  private StagePlanner(List<Step> steps, Layout start) {
    this.steps = steps.toArray(Step[]::new);
    done = new boolean[this.steps.length];
    layout = start;
    int wanted = Math.min(BLOCK_BITS - start.laneBits(), start.rowBits() - SHARE_BITS);
    maxActive = Math.min(start.rowBits(), Math.max(wanted, start.laneBits() + 1));
  }

  static Plan plan(List<Step> steps, Layout start) {
    StagePlanner planner = new StagePlanner(steps, start);
    while (planner.first < planner.steps.length) {
      planner.addStage();
    }
    return new Plan(planner.stages, planner.layout);
  }

  private void addStage() {
    int[] exchange = exchangeNeeded() ? latestUsedRowBits() : new int[0];
    int active = 0;
    for (int bit : exchange) {
      active |= 1 << bit;
    }
    layout = layout.exchanged(exchange);
    List<Step> taken = new ArrayList<>();
    active = take(active, taken);
    int laneBits = layout.laneBits();
    List<Integer> rows = Arrays.stream(exchange).map(bit -> bit - laneBits).boxed().toList();
    stages.add(new Stage(rows, fill(active) >>> laneBits, taken));
    while (first < steps.length && done[first]) {
      first++;
    }
  }

  /** Whether the first step that mixes amplitudes has its target within the lanes. */
  private boolean exchangeNeeded() {
    for (int i = first; i < windowEnd(); i++) {
      if (!done[i] && !steps[i].isDiagonal()) {
        return layout.bit(steps[i].target) < layout.laneBits();
      }
    }
    return false;
  }

  private int windowEnd() {
    return Math.min(steps.length, first + WINDOW);
  }

  /** As many row bits as there are lanes: those whose qubits are mixed again last. */
  private int[] latestUsedRowBits() {
    int[] qubitOfBit = layout.qubitOfBit();
    int[] nextUse = new int[qubitOfBit.length];
    Arrays.fill(nextUse, Integer.MAX_VALUE);
    for (int i = windowEnd() - 1; i >= first; i--) {
      if (!done[i] && !steps[i].isDiagonal()) {
        nextUse[layout.bit(steps[i].target)] = i;
      }
    }
    List<Integer> rowBits = new ArrayList<>();
    for (int bit = layout.laneBits(); bit < qubitOfBit.length; bit++) {
      rowBits.add(bit);
    }
    rowBits.sort((a, b) -> Integer.compare(nextUse[b], nextUse[a]));
    return rowBits.stream().limit(layout.laneBits()).mapToInt(Integer::intValue).toArray();
  }

  /** Takes the steps that can run now; answers the active bits, grown by their targets. */
  private int take(int activeAtFirst, List<Step> taken) {
    int active = activeAtFirst;
    int all = (1 << layout.qubits()) - 1;
    int touched = 0;
    int mixed = 0;
    for (int i = first; i < windowEnd() && mixed != all; i++) {
      if (done[i]) {
        continue;
      }
      Step step = steps[i];
      int grown = active | layout.bits(step.mixed());
      if ((touched & step.mixed()) == 0 && (mixed & step.qubits()) == 0 && fits(grown)) {
        active = grown;
        done[i] = true;
        taken.add(new Step(layout.bit(step.target), layout.bits(step.controls), step.matrix));
      } else {
        touched |= step.qubits();
        mixed |= step.mixed();
      }
    }
    return active;
  }

  private boolean fits(int active) {
    int lanes = (1 << layout.laneBits()) - 1;
    return (active & lanes) == 0 && Integer.bitCount(active) <= maxActive;
  }

  /** Fills the block up with the lowest row bits that are free. */
  private int fill(int active) {
    int filled = active;
    for (int bit = layout.laneBits(); Integer.bitCount(filled) < maxActive; bit++) {
      filled |= 1 << bit;
    }
    return filled;
  }

  /**
   * @param stages in order
   * @param end the layout the state has afterwards
   */
  record Plan(List<Stage> stages, Layout end) {}
}
