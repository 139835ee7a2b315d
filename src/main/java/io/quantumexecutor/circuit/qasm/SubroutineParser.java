package io.quantumexecutor.circuit.qasm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rules around subroutines of OpenQASM 3. */
final class SubroutineParser {
  private static final Set<String> OLD_REGISTERS = Set.of("qreg", "creg");

  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private final BasicRules basics;

  SubroutineParser(TokenStream tokens, ExpressionParser expressions, BasicRules basics) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.basics = basics;
  }

  /** Everything from the name up to the body. */
  Statement.Subroutine head() {
    Token name = tokens.word("the name of the subroutine");
    tokens.consume("(", "after the name of the subroutine");
    List<Statement.Parameter> parameters = new ArrayList<>();
    while (!tokens.check(")")) {
      parameters.add(parameter());
      if (!tokens.match(",")) {
        break;
      }
    }
    tokens.consume(")", "or ','");
    Statement.TypeReturned returns = tokens.match("->") ? returns() : null;
    return new Statement.Subroutine(name.text(), parameters, returns, List.of(), name.place());
  }

  private Statement.Parameter parameter() {
    Token kind = tokens.word("the type of a parameter");
    if (OLD_REGISTERS.contains(kind.text())) {
      Token name = tokens.word("the name of the parameter");
      Expression size = tokens.check("[") ? basics.size() : null;
      String modern = kind.text().equals("qreg") ? "qubit" : "bit";
      return new Statement.Parameter(modern, size, name.text(), name.place());
    }
    boolean known =
        kind.text().equals("qubit") || ExpressionParser.CLASSICAL_TYPES.contains(kind.text());
    if (!known) {
      throw new Refusal(kind.place(), "parameters of type " + kind.shown() + " are not supported");
    }
    Expression size = tokens.check("[") ? basics.size() : null;
    Token name = tokens.word("the name of the parameter");
    return new Statement.Parameter(kind.text(), size, name.text(), name.place());
  }

  private Statement.TypeReturned returns() {
    Token kind = tokens.word("the type returned");
    if (!kind.is("bit")) {
      throw new Refusal(kind.place(), "subroutines can only return bits here");
    }
    Expression size = tokens.check("[") ? basics.size() : null;
    return new Statement.TypeReturned(kind.text(), size, kind.place());
  }

  /** The rest of a return statement. */
  Statement returned(Token keyword) {
    Expression value = tokens.check(";") ? null : Qasm3Parser.measured(tokens, expressions);
    basics.end("the value returned");
    return new Statement.Return(value, keyword.place());
  }
}
