package io.quantumexecutor.circuit.qir;

import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.qir.QirProgram.Global;
import io.quantumexecutor.circuit.qir.QirProgram.Operand;
import io.quantumexecutor.circuit.qir.QirProgram.Real;
import io.quantumexecutor.circuit.qir.QirProgram.Reference;
import io.quantumexecutor.circuit.qir.QirProgram.Variable;
import io.quantumexecutor.circuit.qir.QirProgram.Whole;
import io.quantumexecutor.circuit.qir.QirScanner.Kind;
import io.quantumexecutor.circuit.qir.QirScanner.Token;
import java.util.Set;

/** Parses types (and forgets them) and operands, with typed or opaque pointers. */
final class OperandParser {
  private static final Set<String> STARS = Set.of("*");
  private static final Set<String> PARAMETER_ATTRIBUTES =
      Set.of(
          "immarg",
          "nocapture",
          "nonnull",
          "noundef",
          "readnone",
          "readonly",
          "signext",
          "writeonly",
          "zeroext");

  private final QirScanner scanner;

  OperandParser(QirScanner scanner) {
    this.scanner = scanner;
  }

  Operand typedOperand() {
    boolean isReal = type().equals("double");
    scanner.skip(PARAMETER_ATTRIBUTES);
    return operand(isReal);
  }

  /** Skips a type and answers its first word. */
  String type() {
    Token first = scanner.next();
    if (first.is(Kind.SIGN, "[") || first.is(Kind.SIGN, "{")) {
      skipTo(first.text().equals("[") ? "]" : "}");
    } else if (first.kind() != Kind.WORD && first.kind() != Kind.LOCAL) {
      throw new ProgramException(
          scanner.error(
              first.place(),
              "expected a type, found \"" + ProgramError.shortened(first.text()) + "\""));
    }
    scanner.skip(STARS);
    return first.text();
  }

  private void skipTo(String closing) {
    Token token = scanner.next();
    while (!token.is(Kind.SIGN, closing)) {
      if (token.kind() == Kind.END) {
        throw scanner.unexpected("\"" + closing + "\"");
      }
      token = scanner.next();
    }
  }

  Operand whole() {
    return operand(false);
  }

  private Operand operand(boolean isReal) {
    Token token = scanner.next();
    return switch (token.kind()) {
      case LOCAL -> new Variable(token.text());
      case GLOBAL -> new Global(token.text());
      case WORD -> word(token, isReal);
      default ->
          throw new ProgramException(
              scanner.error(
                  token.place(),
                  "expected a value, found \"" + ProgramError.shortened(token.text()) + "\""));
    };
  }

  private Operand word(Token token, boolean isReal) {
    return switch (token.text()) {
      case "null" -> new Reference(0);
      case "true" -> new Whole(1);
      case "false" -> new Whole(0);
      case "inttoptr" -> pointer();
      case "getelementptr" -> element();
      default -> isReal ? real(token) : new Whole(number(token));
    };
  }

  private Operand pointer() {
    scanner.expectSign("(");
    type();
    long id = number(scanner.next());
    if (!scanner.take(Kind.WORD, "to")) {
      throw scanner.unexpected("\"to\"");
    }
    type();
    scanner.expectSign(")");
    return new Reference(id);
  }

  /** The address of a label: only the label matters. */
  private Operand element() {
    scanner.take(Kind.WORD, "inbounds");
    scanner.expectSign("(");
    Token token = scanner.next();
    String name = "";
    while (!token.is(Kind.SIGN, ")")) {
      if (token.kind() == Kind.END) {
        throw scanner.unexpected("\")\"");
      }
      name = token.kind() == Kind.GLOBAL ? token.text() : name;
      token = scanner.next();
    }
    return new Global(name);
  }

  private long number(Token token) {
    try {
      return Long.parseLong(token.text());
    } catch (NumberFormatException e) {
      throw new ProgramException(
          scanner.error(
              token.place(),
              "\"" + ProgramError.shortened(token.text()) + "\" is not a whole number here"));
    }
  }

  private Real real(Token token) {
    String text = token.text();
    try {
      double value =
          text.startsWith("0x")
              ? Double.longBitsToDouble(Long.parseUnsignedLong(text.substring(2), 16))
              : Double.parseDouble(text);
      if (Double.isFinite(value) && !text.endsWith("d") && !text.endsWith("f")) {
        return new Real(value);
      }
    } catch (NumberFormatException e) {
      // Reported below like every other unusable number.
    }
    throw new ProgramException(
        scanner.error(
            token.place(), "\"" + ProgramError.shortened(text) + "\" is not a usable number"));
  }
}
