package io.quantumexecutor.circuit.qasm;

/** The operators of expressions, with their rank: a higher one binds tighter. */
enum Operator {
  OR("||", 1),
  AND("&&", 2),
  BIT_OR("|", 3),
  BIT_XOR("^", 4),
  BIT_AND("&", 5),
  EQUAL("==", 6),
  NOT_EQUAL("!=", 6),
  LESS("<", 7),
  LESS_EQUAL("<=", 7),
  GREATER(">", 7),
  GREATER_EQUAL(">=", 7),
  SHIFT_LEFT("<<", 8),
  SHIFT_RIGHT(">>", 8),
  ADD("+", 9),
  SUBTRACT("-", 9),
  MULTIPLY("*", 10),
  /** Of two integers an integer, as OpenQASM 3 has it. */
  DIVIDE("/", 10),
  /** Always a real number, as OpenQASM 2 has it. */
  DIVIDE_REAL("/", 10),
  MODULO("%", 10),
  POWER("**", 12);

  /** The rank of the operators before one operand; between products and powers. */
  static final int UNARY_RANK = 11;

  private final String symbol;
  private final int rank;

  Operator(String symbol, int rank) {
    this.symbol = symbol;
    this.rank = rank;
  }

  String symbol() {
    return symbol;
  }

  int rank() {
    return rank;
  }

  /** Whether the operator compares its operands. */
  boolean compares() {
    return rank == EQUAL.rank || rank == LESS.rank;
  }

  /** The comparison that says the same when the sides are exchanged. */
  Operator mirrored() {
    return switch (this) {
      case LESS -> GREATER;
      case LESS_EQUAL -> GREATER_EQUAL;
      case GREATER -> LESS;
      case GREATER_EQUAL -> LESS_EQUAL;
      default -> this;
    };
  }
}
