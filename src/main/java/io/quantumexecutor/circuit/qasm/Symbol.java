package io.quantumexecutor.circuit.qasm;

import java.util.List;

/** What a name stands for, gates and subroutines apart. */
sealed interface Symbol {
  /** Qubits by global index; single when declared without a size. */
  record Qubits(List<Integer> indices, boolean single) implements Symbol {}

  /** Bits by global index; single when declared without a size. */
  record Bits(List<Integer> indices, boolean single) implements Symbol {}

  /** A value known while reading. */
  record Known(Value value, boolean constant, Expression.TypeName type) implements Symbol {}

  /** Declared by a statement with an error. */
  record Broken() implements Symbol {}
}
