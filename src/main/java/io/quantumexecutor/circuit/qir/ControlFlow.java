package io.quantumexecutor.circuit.qir;

import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.qir.QirProgram.Block;
import io.quantumexecutor.circuit.qir.QirProgram.Branch;
import io.quantumexecutor.circuit.qir.QirProgram.Instruction;
import io.quantumexecutor.circuit.qir.QirProgram.Jump;
import io.quantumexecutor.circuit.qir.QirProgram.Return;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Puts blocks into an order in which each comes after all that lead to it. */
final class ControlFlow {
  private final List<Block> blocks;
  private final Map<String, Integer> byLabel = new HashMap<>();

  private ControlFlow(List<Block> blocks) {
    this.blocks = blocks;
    for (int i = 0; i < blocks.size(); i++) {
      if (byLabel.put(blocks.get(i).label(), i) != null) {
        throw refused(
            blocks.get(i).last().place(),
            "there are two blocks \"" + ProgramError.shortened(blocks.get(i).label()) + "\"");
      }
    }
  }

  /**
   * The blocks that can be reached, in the order of the text wherever that is possible.
   *
   * @throws ProgramException if a block is missing, or if there is a loop
   */
  static List<Block> ordered(List<Block> blocks) {
    return new ControlFlow(blocks).ordered();
  }

  private List<Block> ordered() {
    int[] waiting = countReachableEdges();
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    if (waiting[0] == 0) {
      ready.add(0);
    }
    List<Block> ordered = new ArrayList<>();
    while (!ready.isEmpty()) {
      int next = ready.remove();
      ordered.add(blocks.get(next));
      for (int target : targets(next)) {
        waiting[target]--;
        if (waiting[target] == 0) {
          ready.add(target);
        }
      }
    }
    refuseLoop(waiting);
    return ordered;
  }

  private int[] countReachableEdges() {
    int[] edges = new int[blocks.size()];
    boolean[] reached = new boolean[blocks.size()];
    List<Integer> open = new ArrayList<>(List.of(0));
    reached[0] = true;
    while (!open.isEmpty()) {
      for (int target : targets(open.remove(open.size() - 1))) {
        edges[target]++;
        if (!reached[target]) {
          reached[target] = true;
          open.add(target);
        }
      }
    }
    return edges;
  }

  private void refuseLoop(int[] waiting) {
    for (int i = 0; i < waiting.length; i++) {
      if (waiting[i] > 0) {
        throw refused(
            blocks.get(i).last().place(), "the block that ends here is part of a loop; unroll it");
      }
    }
  }

  private List<Integer> targets(int block) {
    Instruction last = blocks.get(block).last();
    if (last instanceof Jump jump) {
      return List.of(find(jump.target(), jump.place()));
    }
    if (last instanceof Branch branch) {
      return List.of(find(branch.yes(), branch.place()), find(branch.no(), branch.place()));
    }
    if (last instanceof Return) {
      return List.of();
    }
    throw new IllegalStateException("unknown end of a block " + last.getClass());
  }

  private int find(String label, Place place) {
    Integer index = byLabel.get(label);
    if (index == null) {
      throw refused(place, "there is no block \"" + ProgramError.shortened(label) + "\"");
    }
    return index;
  }

  private static ProgramException refused(Place place, String message) {
    return new ProgramException(ProgramError.at(place, message));
  }
}
