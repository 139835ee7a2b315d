package io.quantumexecutor.circuit.qasm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Decides on the version of a text and parses it statement by statement. */
final class ProgramParser {
  private final String text;
  private final Diagnostics diagnostics;
  private final Budget budget;
  private final TokenStream tokens;

  ProgramParser(String text, Diagnostics diagnostics, Budget budget) {
    this.text = text;
    this.diagnostics = diagnostics;
    this.budget = budget;
    tokens = new TokenStream(text, diagnostics, budget);
  }

  /** The words of the statements with errors that have been parsed so far. */
  Set<String> skippedWords() {
    return tokens.skippedWords();
  }

  /**
   * Gives each statement to the sink once it is parsed, and keeps none; errors are in the
   * diagnostics.
   */
  void parse(Consumer<Statement> sink) {
    try {
      VersionRules rules = isVersion2() ? new Qasm2Parser(tokens) : new Qasm3Parser(tokens, this);
      while (!tokens.atEnd() && !diagnostics.full()) {
        List<Statement> parsed = new ArrayList<>(1);
        parseInto(parsed, rules);
        parsed.forEach(sink);
        budget.dropParts();
      }
    } catch (Refusal.LimitReached e) {
      diagnostics.report(e);
    }
  }

  /** Parses one statement, or reports why it cannot be and skips it. */
  void parseInto(List<Statement> statements, VersionRules rules) {
    TokenStream.Mark start = tokens.mark();
    budget.at(tokens.place());
    budget.work(4);
    try {
      if (tokens.check("}")) {
        Refusal stray = new Refusal(tokens.place(), "this '}' closes nothing");
        tokens.advance();
        diagnostics.report(stray);
        return;
      }
      if (!tokens.match(";")) {
        tokens.part();
        statements.add(rules.statement());
      }
    } catch (Refusal.LimitReached e) {
      throw e;
    } catch (Refusal e) {
      diagnostics.report(e);
      tokens.recover(start);
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
    budget.work(text.length() / 4);
    Scanner ahead = new Scanner(text, new Diagnostics(""));
    boolean old = false;
    for (Token token = ahead.next(); token.kind() != Token.Kind.END; token = ahead.next()) {
      if (token.is("qubit")) {
        return false;
      }
      old |= token.is("qreg");
    }
    return old;
  }
}
