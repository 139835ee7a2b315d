package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements that both versions of the language write alike. */
final class BasicRules {
  private final TokenStream tokens;
  private final ExpressionParser expressions;

  BasicRules(TokenStream tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  Statement include(Token keyword) {
    Token file = tokens.kind(Token.Kind.STRING, "the name of a file between quotes");
    end("the file name");
    return new Statement.Include(file.text(), keyword.place());
  }

  Statement quantumRegister() {
    Token name = tokens.word("a register name");
    Expression size = sizeAfterName();
    end("the declaration");
    return new Statement.QubitDeclaration(name.text(), size, name.place());
  }

  Statement classicalRegister() {
    Token name = tokens.word("a register name");
    Expression size = sizeAfterName();
    end("the declaration");
    return new Statement.BitDeclaration(name.text(), size, null, name.place());
  }

  private @Nullable Expression sizeAfterName() {
    return tokens.check("[") ? size() : null;
  }

  /** A size between square brackets. */
  Expression size() {
    tokens.consume("[", "and the size");
    Expression size = expressions.expression();
    tokens.consume("]", "after the size");
    return size;
  }

  Statement reset(Token keyword) {
    Expression qubits = expressions.operand();
    end("the qubits");
    return new Statement.Reset(qubits, keyword.place());
  }

  Statement barrier(Token keyword) {
    List<Expression> operands = tokens.check(";") ? List.of() : expressions.operands();
    end("the qubits");
    return new Statement.Barrier(operands, keyword.place());
  }

  /** {@code qubits -> bits}, the word {@code measure} being read. */
  Statement arrowMeasurement(Token keyword) {
    Expression qubits = expressions.operand();
    tokens.consume("->", "and the bits to measure into");
    Expression bits = expressions.operand();
    end("the bits");
    return new Statement.Measurement(qubits, bits, keyword.place());
  }

  Statement gateCall(List<Statement.Modifier> modifiers) {
    tokens.part();
    Token name = tokens.word("a statement");
    List<Expression> arguments = tokens.match("(") ? expressions.listUntil(")") : List.of();
    List<Expression> operands = tokens.check(";") ? List.of() : operandsOf(name);
    end("the qubits of '" + Diagnostics.shortened(name.text()) + "'");
    Place place = modifiers.isEmpty() ? name.place() : modifiers.get(0).place();
    return new Statement.GateCall(modifiers, name.text(), arguments, operands, place);
  }

  private List<Expression> operandsOf(Token name) {
    if (tokens.peek().kind() != Token.Kind.WORD) {
      throw tokens.unexpected("a qubit for '" + Diagnostics.shortened(name.text()) + "' to act on");
    }
    return expressions.operands();
  }

  /** The name, parameters and qubits of a gate definition, up to its opening brace. */
  Statement.GateDefinition gateHead() {
    Token name = tokens.word("a gate name");
    List<Token> parameters = List.of();
    if (tokens.match("(")) {
      parameters = tokens.check(")") ? List.of() : names("a parameter name");
      tokens.consume(")", "or ','");
    }
    List<Token> qubits = tokens.check("{") ? List.of() : names("a qubit name");
    return new Statement.GateDefinition(name.text(), parameters, qubits, List.of(), name.place());
  }

  List<Token> names(String what) {
    List<Token> names = new ArrayList<>();
    do {
      names.add(tokens.word(what));
    } while (tokens.match(","));
    return names;
  }

  void end(String after) {
    tokens.consume(";", "after " + after);
  }
}
