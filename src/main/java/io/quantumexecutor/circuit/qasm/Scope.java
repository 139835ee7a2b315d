package io.quantumexecutor.circuit.qasm;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that are known at some point of the program. */
final class Scope {
  private final @Nullable Scope parent;
  private final boolean onlyConstantsOfParent;
  private final Map<String, Symbol> symbols = new HashMap<>();

  private Scope(@Nullable Scope parent, boolean onlyConstantsOfParent) {
    this.parent = parent;
    this.onlyConstantsOfParent = onlyConstantsOfParent;
  }

  /** Whether this is the outermost scope of the program. */
  boolean isGlobal() {
    return parent == null;
  }

  static Scope global() {
    return new Scope(null, false);
  }

  /** The scope of a block, which sees everything around it. */
  Scope block() {
    return new Scope(this, false);
  }

  /** The scope of a gate or subroutine, which sees only the constants around it. */
  Scope body() {
    return new Scope(this, true);
  }

  /** Whether the name was free in this very scope, and now is taken. */
  boolean declare(String name, Symbol symbol) {
    return symbols.putIfAbsent(name, symbol) == null;
  }

  @Nullable Symbol find(String name) {
    Symbol symbol = symbols.get(name);
    if (symbol != null || parent == null) {
      return symbol;
    }
    Symbol outer = parent.find(name);
    boolean hidden =
        onlyConstantsOfParent && !(outer instanceof Symbol.Known known && known.constant());
    return hidden && !(outer instanceof Symbol.Broken) ? null : outer;
  }

  /** Gives a declared name a new meaning where it was declared. */
  void replace(String name, Symbol symbol) {
    if (symbols.containsKey(name) || parent == null) {
      symbols.put(name, symbol);
    } else {
      parent.replace(name, symbol);
    }
  }
}
