package io.quantumexecutor.circuit.ionq;

import io.quantumexecutor.circuit.GateType;
import io.quantumexecutor.circuit.Operation.Gate;
import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.StepBudget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * exp(−i·time·Σ c·P) for commuting Pauli words P, as the exact product of one exponential per word.
 *
 * @param targets letter i of each word acts on target i
 */
record PauliExponential(List<Integer> targets, List<String> terms, List<Double> coefficients) {
  /** Keeps the pairwise test for commuting words cheap. */
  private static final int MAX_TERMS = 256;

  /** The exponential, or null after its faults have been reported. */
  static @Nullable PauliExponential check(
      JsonFields fields,
      List<Integer> targets,
      List<String> terms,
      List<Double> coefficients,
      StepBudget budget) {
    if (terms.size() != coefficients.size()) {
      fields.refuse("coefficients", "give one for each term: " + terms.size());
    }
    if (terms.size() > MAX_TERMS) {
      fields.refuse("terms", "more than " + MAX_TERMS + " terms; split the gate");
    }
    for (int i = 0; i < terms.size() && !fields.isFaulty(); i++) {
      String word = terms.get(i);
      if (word.length() != targets.size() || !word.chars().allMatch(c -> "IXYZ".indexOf(c) >= 0)) {
        fields.refuse("terms/" + i, "give a word of I, X, Y and Z with a letter for each target");
      }
    }
    if (!fields.isFaulty()) {
      refuseNonCommuting(fields, terms, budget);
    }
    return fields.isFaulty() ? null : new PauliExponential(targets, terms, coefficients);
  }

  private static void refuseNonCommuting(JsonFields fields, List<String> terms, StepBudget budget) {
    for (int i = 0; i < terms.size(); i++) {
      for (int j = 0; j < i; j++) {
        budget.spend(2 + terms.get(i).length() / 8);
        if (!commute(terms.get(i), terms.get(j))) {
          fields.refuse("terms/" + i, "does not commute with terms/" + j + "; split the gate");
          return;
        }
      }
    }
  }

  /** Words commute when they differ in an even number of places where neither has I. */
  private static boolean commute(String one, String other) {
    int differing = 0;
    for (int i = 0; i < one.length(); i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      differing += a != 'I' && b != 'I' && a != b ? 1 : 0;
    }
    return differing % 2 == 0;
  }

  void write(double time, List<Integer> controls, Consumer<Gate> out) {
    for (int i = 0; i < terms.size(); i++) {
      write(terms.get(i), time * coefficients.get(i), controls, out);
    }
  }

  /** exp(−i·angle·P): turn every letter to Z, collect the parity, rotate, and undo. */
  private void write(String word, double angle, List<Integer> controls, Consumer<Gate> out) {
    List<Gate> there = new ArrayList<>();
    List<Gate> back = new ArrayList<>();
    int last = -1;
    for (int i = 0; i < word.length(); i++) {
      int qubit = targets.get(i);
      switch (word.charAt(i)) {
        case 'X' -> surround(GateType.H, GateType.H, qubit, there, back);
        case 'Y' -> surround(GateType.SX, GateType.SXDG, qubit, there, back);
        default -> {}
      }
      if (word.charAt(i) != 'I') {
        if (last >= 0) {
          Gate parity = gate(GateType.X, List.of(), List.of(last), qubit);
          there.add(parity);
          back.add(parity);
        }
        last = qubit;
      }
    }
    Collections.reverse(back);
    there.forEach(out);
    rotate(last, angle, controls, out);
    back.forEach(out);
  }

  private static void surround(
      GateType before, GateType after, int qubit, List<Gate> there, List<Gate> back) {
    there.add(gate(before, List.of(), List.of(), qubit));
    back.add(gate(after, List.of(), List.of(), qubit));
  }

  private static void rotate(int qubit, double angle, List<Integer> controls, Consumer<Gate> out) {
    if (qubit >= 0) {
      out.accept(gate(GateType.RZ, List.of(2 * angle), controls, qubit));
    } else if (!controls.isEmpty()) {
      // A word of I only is a phase, and under controls a phase on them.
      int last = controls.get(controls.size() - 1);
      List<Integer> rest = controls.subList(0, controls.size() - 1);
      out.accept(gate(GateType.P, List.of(-angle), rest, last));
    }
  }

  private static Gate gate(GateType type, List<Double> angles, List<Integer> controls, int target) {
    return new Gate(type, angles, controls, List.of(target), Place.NONE);
  }
}
