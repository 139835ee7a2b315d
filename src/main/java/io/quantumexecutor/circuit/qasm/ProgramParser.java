package io.quantumexecutor.circuit.qasm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Decides on the version of a text and parses it statement by statement. */
final class ProgramParser {
  private final TokenStream tokens;
  private final Diagnostics diagnostics;

  ProgramParser(TokenStream tokens, Diagnostics diagnostics) {
    this.tokens = tokens;
    this.diagnostics = diagnostics;
  }

  /** The statements that can be read; errors are in the diagnostics. */
  ParsedProgram parse() {
    List<Statement> statements = new ArrayList<>();
    try {
      VersionRules rules = isVersion2() ? new Qasm2Parser(tokens) : new Qasm3Parser(tokens, this);
      while (!tokens.atEnd() && !diagnostics.full()) {
        parseInto(statements, rules);
      }
    } catch (Refusal.LimitReached e) {
      diagnostics.report(e);
    }
    return new ParsedProgram(statements, tokens.skippedWords());
  }

  /** Parses one statement, or reports why it cannot be and skips it. */
  void parseInto(List<Statement> statements, VersionRules rules) {
    int start = tokens.position();
    int depth = tokens.depth();
    try {
      if (tokens.check("}")) {
        Refusal stray = new Refusal(tokens.place(), "this '}' closes nothing");
        tokens.advance();
        diagnostics.report(stray);
        return;
      }
      if (!tokens.match(";")) {
        statements.add(rules.statement());
      }
    } catch (Refusal.LimitReached e) {
      throw e;
    } catch (Refusal e) {
      diagnostics.report(e);
      tokens.recover(start, depth);
    }
  }

  private boolean isVersion2() {
    if (!tokens.match("OPENQASM")) {
      return usesOldRegisters();
    }
    Token version = tokens.advance();
    tokens.consumeLeniently(";", "after the version", diagnostics);
    BigDecimal number = number(version);
    if (number.signum() > 0 && number.intValue() == 3) {
      return false;
    }
    if (number.compareTo(BigDecimal.valueOf(2)) != 0) {
      diagnostics.report(
          version.place(),
          "OpenQASM version " + version.shown() + " is not known: it must be 2.0, 3 or 3.x");
    }
    return true;
  }

  private static BigDecimal number(Token token) {
    boolean number = token.kind() == Token.Kind.INTEGER || token.kind() == Token.Kind.REAL;
    return number && token.text().matches("[0-9]{1,4}(\\.[0-9]{0,4})?")
        ? new BigDecimal(token.text())
        : BigDecimal.ZERO;
  }

  /** Without a version line {@code qreg} tells version 2, unless there is {@code qubit} too. */
  private boolean usesOldRegisters() {
    boolean old = false;
    for (int i = 0; tokens.peek(i).kind() != Token.Kind.END; i++) {
      if (tokens.peek(i).is("qubit")) {
        return false;
      }
      old |= tokens.peek(i).is("qreg");
    }
    return old;
  }
}
