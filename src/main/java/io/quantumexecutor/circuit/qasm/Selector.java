package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the qubits or bits that an operand names. */
final class Selector {
  private final Evaluator evaluator;

  Selector(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  Symbol.Qubits qubits(Expression operand, Scope scope) {
    if (select(operand, scope) instanceof Symbol.Qubits qubits) {
      return qubits;
    }
    throw new Refusal(operand.place(), "these must be qubits");
  }

  Symbol.Bits bits(Expression operand, Scope scope) {
    if (select(operand, scope) instanceof Symbol.Bits bits) {
      return bits;
    }
    throw new Refusal(operand.place(), "these must be classical bits");
  }

  /** Qubits, bits or, for a bare name only, a known value. */
  Symbol select(Expression operand, Scope scope) {
    if (operand instanceof Expression.Name name) {
      return evaluator.resolve(name, scope);
    }
    if (operand instanceof Expression.Concatenation concatenation) {
      return concatenated(concatenation, scope);
    }
    if (operand instanceof Expression.Index index) {
      Symbol base = select(index.base(), scope);
      if (base instanceof Symbol.Qubits qubits && !qubits.single()) {
        List<Integer> picked = picked(qubits.indices(), index, scope);
        return new Symbol.Qubits(picked, isSingle(index.index()));
      }
      if (base instanceof Symbol.Bits bits && !bits.single()) {
        List<Integer> picked = picked(bits.indices(), index, scope);
        return new Symbol.Bits(picked, isSingle(index.index()));
      }
      throw new Refusal(index.place(), "this is not a register: it takes no index");
    }
    throw new Refusal(operand.place(), "this names no qubits or bits");
  }

  private Symbol concatenated(Expression.Concatenation concatenation, Scope scope) {
    Budget budget = evaluator.budget();
    List<Integer> all = new ArrayList<>();
    boolean ofQubits = select(concatenation.parts().get(0), scope) instanceof Symbol.Qubits;
    for (Expression part : concatenation.parts()) {
      all.addAll(ofQubits ? qubits(part, scope).indices() : bits(part, scope).indices());
      budget.work(2L * all.size());
    }
    if (new HashSet<>(all).size() < all.size()) {
      throw new Refusal(concatenation.place(), "these parts overlap");
    }
    return ofQubits ? new Symbol.Qubits(all, false) : new Symbol.Bits(all, false);
  }

  private static boolean isSingle(Expression index) {
    return !(index instanceof Expression.Range || index instanceof Expression.SetLiteral);
  }

  private List<Integer> picked(List<Integer> register, Expression.Index index, Scope scope) {
    evaluator.budget().work(2);
    List<Integer> picked = new ArrayList<>();
    if (index.index() instanceof Expression.Range range) {
      Place place = range.place();
      for (long i : sliced(range, register.size(), scope)) {
        picked.add(register.get(checked(i, register.size(), place)));
      }
    } else if (index.index() instanceof Expression.SetLiteral set) {
      for (Expression member : set.members()) {
        picked.add(register.get(position(member, register.size(), scope)));
      }
    } else {
      return List.of(register.get(position(index.index(), register.size(), scope)));
    }
    evaluator.budget().work(4L * picked.size());
    if (picked.isEmpty() || new HashSet<>(picked).size() < picked.size()) {
      throw new Refusal(index.place(), "this selects nothing, or one element twice");
    }
    return picked;
  }

  private long[] sliced(Expression.Range range, int size, Scope scope) {
    long step = range.step() == null ? 1 : evaluator.integer(range.step(), scope);
    long start = end(range.start(), step < 0 ? size - 1 : 0, size, scope);
    long stop = end(range.stop(), step < 0 ? 0 : size - 1, size, scope);
    return Ranges.values(start, step, stop, size, range.place());
  }

  private long end(@Nullable Expression end, int otherwise, int size, Scope scope) {
    return end == null ? otherwise : position(end, size, scope);
  }

  private int position(Expression index, int size, Scope scope) {
    long value = evaluator.integer(index, scope);
    return checked(value, size, index.place());
  }

  /** A negative index counts from the end, as OpenQASM 3 says. */
  private static int checked(long index, int size, Place place) {
    if (index < -size || index >= size) {
      throw new Refusal(
          place, "index " + index + " is out of range: the register ends at " + (size - 1));
    }
    return (int) (index < 0 ? index + size : index);
  }
}
