package io.quantumexecutor.circuit;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * A test of classical bits; closed under negation, so that there is no negation node.
 *
 * <p>Walked through by plain recursion, as deep as its parts are nested: readers limit that.
 */
public sealed interface Condition {
  /** The test that holds exactly when this one does not. */
  Condition negated();

  /**
   * Whether it holds.
   *
   * @param isOne the value of a bit (global index)
   */
  boolean holds(IntPredicate isOne);

  /** Gives every bit that is tested to the sink, some perhaps more than once. */
  void bits(IntConsumer sink);

  /**
   * A hash that nobody can foresee: conditions are gathered in sets, and a program of conditions
   * with one hash would make each search go through all of them.
   */
  private static int hash(int kind, int content) {
    int mixed = (content * 3 + kind + Seed.OF_THIS_PROCESS) * 0x9E3779B9;
    mixed = (mixed ^ (mixed >>> 15)) * 0x85EBCA6B;
    return mixed ^ (mixed >>> 13);
  }

  /** What hashes begin with. */
  final class Seed {
    private static final int OF_THIS_PROCESS = new SplittableRandom().nextInt();

    private Seed() {}
  }

  private static List<Condition> negatedParts(List<Condition> parts) {
    List<Condition> negated = new ArrayList<>(parts.size());
    for (Condition part : parts) {
      negated.add(part.negated());
    }
    return negated;
  }

  /** True when the bit (global index) has the value. */
  record BitIs(int bit, boolean value) implements Condition {
    @Override
    public Condition negated() {
      return new BitIs(bit, !value);
    }

    @Override
    public boolean holds(IntPredicate isOne) {
      return isOne.test(bit) == value;
    }

    @Override
    public void bits(IntConsumer sink) {
      sink.accept(bit);
    }

    @Override
    public int hashCode() {
      return hash(0, 2 * bit + (value ? 1 : 0));
    }
  }

  /** True when all parts are; with no parts always true. */
  record AllOf(List<Condition> parts) implements Condition {
    public AllOf {
      parts = List.copyOf(parts);
    }

    @Override
    public Condition negated() {
      return new AnyOf(negatedParts(parts));
    }

    @Override
    public boolean holds(IntPredicate isOne) {
      for (Condition part : parts) {
        if (!part.holds(isOne)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void bits(IntConsumer sink) {
      for (Condition part : parts) {
        part.bits(sink);
      }
    }

    @Override
    public int hashCode() {
      return hash(1, parts.hashCode());
    }
  }

  /** True when at least one part is; with no parts never true. */
  record AnyOf(List<Condition> parts) implements Condition {
    public AnyOf {
      parts = List.copyOf(parts);
    }

    @Override
    public Condition negated() {
      return new AllOf(negatedParts(parts));
    }

    @Override
    public boolean holds(IntPredicate isOne) {
      for (Condition part : parts) {
        if (part.holds(isOne)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void bits(IntConsumer sink) {
      for (Condition part : parts) {
        part.bits(sink);
      }
    }

    @Override
    public int hashCode() {
      return hash(2, parts.hashCode());
    }
  }
}
