package io.quantumexecutor.circuit.qasm;

import java.util.ArrayList;
import java.util.List;

/** The statements of OpenQASM 2.0, one method per rule. */
final class Qasm2Parser implements VersionRules {
  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private final BasicRules basics;

  Qasm2Parser(TokenStream tokens) {
    this.tokens = tokens;
    expressions = new ExpressionParser(tokens, Dialect.QASM_2);
    basics = new BasicRules(tokens, expressions);
  }

  @Override
  public Statement statement() {
    Token keyword = tokens.peek();
    return switch (keyword.text()) {
      case "include" -> basics.include(tokens.advance());
      case "qreg" -> declaration(basics::quantumRegister);
      case "creg" -> declaration(basics::classicalRegister);
      case "gate" -> gateDefinition();
      case "opaque" -> opaque();
      case "if" -> condition();
      case "OPENQASM" ->
          throw new Refusal(keyword.place(), "the version must be the first statement");
      default -> operation();
    };
  }

  private Statement declaration(VersionRules rule) {
    tokens.advance();
    if (tokens.peekSecond().is(";")) {
      throw new Refusal(tokens.peekSecond().place(), "expected '[' and the size, found ';'");
    }
    return rule.statement();
  }

  private Statement operation() {
    Token keyword = tokens.peek();
    return switch (keyword.text()) {
      case "measure" -> basics.arrowMeasurement(tokens.advance());
      case "reset" -> basics.reset(tokens.advance());
      case "barrier" -> basics.barrier(tokens.advance());
      default -> basics.gateCall(List.of());
    };
  }

  private Statement condition() {
    Token keyword = tokens.advance();
    tokens.consume("(", "after 'if'");
    Expression left = expressions.operand();
    if (!(left instanceof Expression.Name)) {
      throw new Refusal(left.place(), "OpenQASM 2.0 can only test a whole register");
    }
    Token equal = tokens.consume("==", "after the register");
    Token number = tokens.kind(Token.Kind.INTEGER, "an integer");
    tokens.consume(")", "after the integer");
    Expression condition =
        new Expression.Binary(
            Operator.EQUAL, left, ExpressionParser.integer(number), equal.place());
    return new Statement.If(condition, List.of(operation()), List.of(), keyword.place());
  }

  private Statement gateDefinition() {
    tokens.advance();
    Statement.GateDefinition head = basics.gateHead();
    tokens.consume("{", "to open the body of the gate");
    List<Statement> body = new ArrayList<>();
    while (!tokens.match("}")) {
      body.add(gateBodyStatement());
    }
    return new Statement.GateDefinition(
        head.name(), head.parameters(), head.qubits(), body, head.place());
  }

  private Statement gateBodyStatement() {
    Token keyword = tokens.peek();
    return switch (keyword.text()) {
      case "barrier" -> basics.barrier(tokens.advance());
      case "measure", "reset", "if", "qreg", "creg", "gate", "opaque" ->
          throw new Refusal(
              keyword.place(), "'" + keyword.text() + "' is not allowed in the body of a gate");
      default -> basics.gateCall(List.of());
    };
  }

  private Statement opaque() {
    tokens.advance();
    Statement.GateDefinition head = basics.gateHead();
    basics.end("the declaration");
    return new Statement.OpaqueDeclaration(head.name(), head.place());
  }
}
