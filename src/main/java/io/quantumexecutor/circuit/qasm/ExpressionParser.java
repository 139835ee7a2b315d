package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Place;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads expressions by rank of their operators. */
final class ExpressionParser {
  /** The types a value can be cast to or declared with. */
  static final Set<String> CLASSICAL_TYPES = Set.of("int", "uint", "float", "bool", "angle", "bit");

  private static final int MAX_OPERATORS = 1_000;
  private static final int SHORT_INTEGER_LENGTH = 4;
  private static final int MAX_INTEGER_LENGTH = 2_000;

  /** More bits no register has. */
  private static final int MAX_BITS = 8_192;

  private final TokenStream tokens;
  private final Dialect dialect;
  private int open;
  private int operatorCount;

  ExpressionParser(TokenStream tokens, Dialect dialect) {
    this.tokens = tokens;
    this.dialect = dialect;
  }

  Expression expression() {
    if (open++ == 0) {
      operatorCount = 0;
    }
    try {
      return binary(1);
    } finally {
      open--;
    }
  }

  /** Expressions between commas, up to the closing symbol, which is consumed. */
  List<Expression> listUntil(String closing) {
    List<Expression> list = new ArrayList<>();
    while (!tokens.check(closing)) {
      list.add(expression());
      if (!tokens.match(",")) {
        break;
      }
    }
    tokens.consume(closing, "or ','");
    return list;
  }

  /** Names of qubits or bits, with their indices. */
  Expression operand() {
    tokens.part();
    Token name = tokens.word("the name of a register");
    return indexed(new Expression.Name(name.text(), name.place()));
  }

  /** Operands between commas. */
  List<Expression> operands() {
    List<Expression> list = new ArrayList<>();
    do {
      list.add(operand());
    } while (tokens.match(","));
    return list;
  }

  private Expression binary(int lowest) {
    tokens.enter();
    Expression left = unary();
    while (true) {
      Token token = tokens.peek();
      Operator operator = token.kind() == Token.Kind.SYMBOL ? dialect.operator(token.text()) : null;
      if (operator == null || operator.rank() < lowest) {
        tokens.leave();
        return left;
      }
      if (++operatorCount > MAX_OPERATORS) {
        throw new Refusal(
            token.place(), "more than " + MAX_OPERATORS + " operators in one expression");
      }
      tokens.advance();
      // A power groups from the right, everything else from the left.
      int rank = operator == Operator.POWER ? operator.rank() : operator.rank() + 1;
      left = new Expression.Binary(operator, left, binary(rank), token.place());
    }
  }

  private Expression unary() {
    Token token = tokens.peek();
    if (!token.is("-") && !token.is("+") && !token.is("!") && !token.is("~")) {
      return indexed(primary());
    }
    tokens.advance();
    return new Expression.Unary(token.text(), binary(Operator.UNARY_RANK), token.place());
  }

  private Expression indexed(Expression base) {
    Expression result = base;
    for (int length = 0; tokens.check("["); length++) {
      Place place = tokens.advance().place();
      if (length > 2) {
        throw new Refusal(place, "more than three indices in a row");
      }
      tokens.part();
      result = new Expression.Index(result, index(), place);
      tokens.consume("]", "after the index");
    }
    return result;
  }

  private Expression index() {
    if (dialect == Dialect.QASM_2) {
      return integer(tokens.kind(Token.Kind.INTEGER, "an integer"));
    }
    if (tokens.check("{")) {
      return set();
    }
    return rangeOrExpression();
  }

  Expression set() {
    Place place = tokens.consume("{", "to open a set").place();
    return new Expression.SetLiteral(listUntil("}"), place);
  }

  /** {@code a:b}, {@code a:s:b} with any part but the colons left out, or one expression. */
  Expression rangeOrExpression() {
    Place place = tokens.place();
    Expression first = tokens.check(":") ? null : expression();
    if (!tokens.match(":")) {
      if (first == null) {
        throw tokens.unexpected("an expression");
      }
      return first;
    }
    Expression second = rangePart();
    if (!tokens.match(":")) {
      return new Expression.Range(first, null, second, place);
    }
    return new Expression.Range(first, second, rangePart(), place);
  }

  private @Nullable Expression rangePart() {
    return tokens.check(":") || tokens.check("]") ? null : expression();
  }

  private Expression primary() {
    tokens.part();
    Token token = tokens.peek();
    return switch (token.kind()) {
      case INTEGER -> integer(tokens.advance());
      case REAL -> real(tokens.advance());
      case STRING -> bitString(tokens.advance());
      case WORD -> word(tokens.advance());
      case SYMBOL, END -> group();
    };
  }

  private Expression group() {
    tokens.consume("(", "or a number or a name");
    Expression inner = expression();
    tokens.consume(")", "to close '('");
    return inner;
  }

  private Expression word(Token word) {
    if (dialect == Dialect.QASM_3 && CLASSICAL_TYPES.contains(word.text())) {
      return new Expression.Cast(typeAfter(word), group(), word.place());
    }
    if (tokens.match("(")) {
      return new Expression.Call(word.text(), listUntil(")"), word.place());
    }
    return switch (word.text()) {
      case "true", "false" ->
          new Expression.BooleanLiteral(word.text().equals("true"), word.place());
      default -> new Expression.Name(word.text(), word.place());
    };
  }

  /** A type whose name was just read. */
  Expression.TypeName typeAfter(Token word) {
    Expression width = null;
    if (tokens.match("[")) {
      width = expression();
      tokens.consume("]", "after the width of the type");
    }
    return new Expression.TypeName(word.text(), width, word.place());
  }

  static Expression integer(Token token) {
    String digits = token.text().replace("_", "");
    if (digits.length() > MAX_INTEGER_LENGTH) {
      throw new Refusal(
          token.place(), "this number has more than " + MAX_INTEGER_LENGTH + " digits");
    }
    int radix =
        digits.length() < 2
            ? 10
            : switch (digits.charAt(1)) {
              case 'x', 'X' -> 16;
              case 'o', 'O' -> 8;
              case 'b', 'B' -> 2;
              default -> 10;
            };
    try {
      String plain = radix == 10 ? digits : digits.substring(2);
      // Small numbers are most of a long text, and valueOf shares them.
      BigInteger value =
          plain.length() <= SHORT_INTEGER_LENGTH
              ? BigInteger.valueOf(Integer.parseInt(plain, radix))
              : new BigInteger(plain, radix);
      return new Expression.IntegerLiteral(value, token.place());
    } catch (NumberFormatException e) {
      throw new Refusal(token.place(), token.shown() + " is not a number");
    }
  }

  private static Expression real(Token token) {
    double value = Double.parseDouble(token.text().replace("_", ""));
    if (Double.isInfinite(value)) {
      throw new Refusal(token.place(), "this number is too large");
    }
    return new Expression.RealLiteral(value, token.place());
  }

  private static Expression bitString(Token token) {
    String digits = token.text().replace("_", "");
    if (digits.length() > MAX_BITS) {
      throw new Refusal(token.place(), "this string has more than " + MAX_BITS + " bits");
    }
    if (!digits.matches("[01]+")) {
      throw new Refusal(token.place(), token.shown() + " is not a string of bits");
    }
    return new Expression.BitString(digits, token.place());
  }
}
