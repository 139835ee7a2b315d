package io.quantumexecutor.circuit;

import java.util.List;

/** A test of classical bits; closed under negation, so that there is no negation node. */
public sealed interface Condition {
  /** The test that holds exactly when this one does not. */
  Condition negated();

  /** True when the bit (global index) has the value. */
  record BitIs(int bit, boolean value) implements Condition {
    @Override
    public Condition negated() {
      return new BitIs(bit, !value);
    }
  }

  /** True when all parts are; with no parts always true. */
  record AllOf(List<Condition> parts) implements Condition {
    public AllOf {
      parts = List.copyOf(parts);
    }

    @Override
    public Condition negated() {
      return new AnyOf(parts.stream().map(Condition::negated).toList());
    }
  }

  /** True when at least one part is; with no parts never true. */
  record AnyOf(List<Condition> parts) implements Condition {
    public AnyOf {
      parts = List.copyOf(parts);
    }

    @Override
    public Condition negated() {
      return new AllOf(parts.stream().map(Condition::negated).toList());
    }
  }
}
