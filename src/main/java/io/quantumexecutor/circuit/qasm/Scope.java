package io.quantumexecutor.circuit.qasm;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that are known at some point of the program. */
final class Scope {
  private final @Nullable Scope parent;
  private final boolean onlyConstantsOfParent;
  private final int depth;
  private final Map<String, Symbol> symbols = new HashMap<>();

  private Scope(@Nullable Scope parent, boolean onlyConstantsOfParent) {
    this.parent = parent;
    this.onlyConstantsOfParent = onlyConstantsOfParent;
    depth = parent == null ? 1 : parent.depth + 1;
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
    boolean onlyConstants = false;
    for (Scope scope = this; scope != null; scope = scope.parent) {
      Symbol symbol = scope.symbols.get(name);
      if (symbol != null) {
        boolean visible =
            !onlyConstants
                || symbol instanceof Symbol.Broken
                || (symbol instanceof Symbol.Known known && known.constant());
        return visible ? symbol : null;
      }
      onlyConstants |= scope.onlyConstantsOfParent;
    }
    return null;
  }

  /** How many scopes a search for a name may have to go through. */
  int depth() {
    return depth;
  }

  /** Gives a declared name a new meaning where it was declared. */
  void replace(String name, Symbol symbol) {
    Scope scope = this;
    while (scope.parent != null && !scope.symbols.containsKey(name)) {
      scope = scope.parent;
    }
    scope.symbols.put(name, symbol);
  }
}
