package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statements of OpenQASM 3 that describe circuits, one method per rule. */
final class Qasm3Parser implements VersionRules {
  private static final Set<String> UNSUPPORTED =
      Set.of(
          "while",
          "delay",
          "box",
          "defcal",
          "defcalgrammar",
          "cal",
          "extern",
          "duration",
          "stretch",
          "complex",
          "array",
          "switch",
          "break",
          "continue",
          "end",
          "nop",
          "opaque");
  private static final Set<String> MODIFIERS = Set.of("ctrl", "negctrl", "inv", "pow");
  private static final Set<String> ASSIGNMENTS =
      Set.of("=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=");

  private final TokenStream tokens;
  private final ProgramParser program;
  private final ExpressionParser expressions;
  private final BasicRules basics;
  private final SubroutineParser subroutines;

  Qasm3Parser(TokenStream tokens, ProgramParser program) {
    this.tokens = tokens;
    this.program = program;
    expressions = new ExpressionParser(tokens, Dialect.QASM_3);
    basics = new BasicRules(tokens, expressions);
    subroutines = new SubroutineParser(tokens, expressions, basics);
  }

  @Override
  public Statement statement() {
    Token keyword = tokens.peek();
    if (keyword.is("{")) {
      return new Statement.Block(block(), keyword.place());
    }
    if (UNSUPPORTED.contains(keyword.text()) && keyword.kind() == Token.Kind.WORD) {
      throw new Refusal(
          keyword.place(),
          "'" + keyword.text() + "' is not supported: only the circuit part of OpenQASM 3 is");
    }
    if (ExpressionParser.CLASSICAL_TYPES.contains(keyword.text())) {
      return valueDeclaration();
    }
    return MODIFIERS.contains(keyword.text()) ? modifiedCall() : declarationOrOther(keyword);
  }

  private Statement declarationOrOther(Token keyword) {
    return switch (keyword.text()) {
      case "include" -> basics.include(tokens.advance());
      case "qubit" -> qubits();
      case "qreg" -> after(keyword, basics::quantumRegister);
      case "creg" -> after(keyword, basics::classicalRegister);
      case "const" -> constant();
      case "input" -> input();
      case "output" -> output();
      case "let" -> alias();
      case "gate" -> gateDefinition();
      case "def" -> subroutine();
      case "OPENQASM" ->
          throw new Refusal(keyword.place(), "the version must be the first statement");
      default -> action(keyword);
    };
  }

  private Statement action(Token keyword) {
    return switch (keyword.text()) {
      case "measure" -> measurement(tokens.advance());
      case "reset" -> basics.reset(tokens.advance());
      case "barrier" -> basics.barrier(tokens.advance());
      case "if" -> condition();
      case "for" -> loop();
      case "return" -> subroutines.returned(tokens.advance());
      default -> callOrAssignment();
    };
  }

  private Statement after(Token keyword, VersionRules rule) {
    tokens.consume(keyword.text(), "");
    return rule.statement();
  }

  /** The statements between braces; errors in them are reported one by one. */
  private List<Statement> block() {
    List<Statement> statements = new ArrayList<>();
    tokens.consume("{", "to open the body");
    tokens.enter();
    while (!tokens.check("}") && !tokens.atEnd()) {
      program.parseInto(statements, this);
    }
    tokens.leave();
    tokens.consume("}", "to close the body");
    return statements;
  }

  private List<Statement> blockOrStatement() {
    if (tokens.check("{")) {
      return block();
    }
    List<Statement> statements = new ArrayList<>();
    tokens.enter();
    statements.add(statement());
    tokens.leave();
    return statements;
  }

  private Statement qubits() {
    tokens.advance();
    Expression size = tokens.check("[") ? basics.size() : null;
    Token name = tokens.word("a register name");
    basics.end("the declaration");
    return new Statement.QubitDeclaration(name.text(), size, name.place());
  }

  private Statement valueDeclaration() {
    Expression.TypeName type = expressions.typeAfter(tokens.advance());
    Token name = tokens.word("a name");
    Expression initial = tokens.match("=") ? rightHandSide() : null;
    basics.end("the declaration");
    if (type.name().equals("bit")) {
      return new Statement.BitDeclaration(name.text(), type.width(), initial, name.place());
    }
    return new Statement.ValueDeclaration(false, type, name.text(), initial, name.place());
  }

  private Statement constant() {
    tokens.advance();
    Expression.TypeName type = type();
    Token name = tokens.word("a name");
    tokens.consume("=", "and the value of the constant");
    Expression value = expressions.expression();
    basics.end("the value");
    return new Statement.ValueDeclaration(true, type, name.text(), value, name.place());
  }

  private Expression.TypeName type() {
    Token word = tokens.peek();
    if (!ExpressionParser.CLASSICAL_TYPES.contains(word.text())) {
      throw tokens.unexpected("a type: int, uint, float, bool, angle or bit");
    }
    return expressions.typeAfter(tokens.advance());
  }

  private Statement input() {
    tokens.advance();
    Expression.TypeName type = type();
    Token name = tokens.word("a name");
    basics.end("the declaration");
    return new Statement.InputDeclaration(type, name.text(), name.place());
  }

  private Statement output() {
    Place place = tokens.advance().place();
    if (valueDeclaration() instanceof Statement.BitDeclaration bits) {
      return new Statement.OutputDeclaration(bits, place);
    }
    throw new Refusal(place, "only bits can be an output");
  }

  private Statement alias() {
    tokens.advance();
    Token name = tokens.word("a name");
    Place place = tokens.consume("=", "and what the name stands for").place();
    List<Expression> parts = new ArrayList<>();
    do {
      parts.add(expressions.operand());
    } while (tokens.match("++"));
    basics.end("the alias");
    Expression value =
        parts.size() == 1 ? parts.get(0) : new Expression.Concatenation(parts, place);
    return new Statement.Alias(name.text(), value, name.place());
  }

  private Statement gateDefinition() {
    tokens.advance();
    Statement.GateDefinition head = basics.gateHead();
    return new Statement.GateDefinition(
        head.name(), head.parameters(), head.qubits(), block(), head.place());
  }

  private Statement subroutine() {
    tokens.advance();
    Statement.Subroutine head = subroutines.head();
    return new Statement.Subroutine(
        head.name(), head.parameters(), head.returns(), block(), head.place());
  }

  private Statement condition() {
    Token keyword = tokens.advance();
    tokens.consume("(", "after 'if'");
    Expression condition = expressions.expression();
    tokens.consume(")", "after the condition");
    List<Statement> then = blockOrStatement();
    List<Statement> otherwise = tokens.match("else") ? blockOrStatement() : List.of();
    return new Statement.If(condition, then, otherwise, keyword.place());
  }

  private Statement loop() {
    Token keyword = tokens.advance();
    boolean typed = ExpressionParser.CLASSICAL_TYPES.contains(tokens.peek().text());
    Expression.TypeName type =
        typed ? type() : new Expression.TypeName("int", null, tokens.place());
    Token variable = tokens.word("the name of the loop variable");
    tokens.consume("in", "after the loop variable");
    Expression values = loopValues();
    return new Statement.For(type, variable.text(), values, blockOrStatement(), keyword.place());
  }

  private Expression loopValues() {
    if (tokens.check("{")) {
      return expressions.set();
    }
    tokens.consume("[", "or '{' and the values");
    Expression range = expressions.rangeOrExpression();
    tokens.consume("]", "after the range");
    if (!(range instanceof Expression.Range)) {
      throw new Refusal(range.place(), "expected a range such as [0:3]");
    }
    return range;
  }

  private Statement measurement(Token keyword) {
    Expression qubits = expressions.operand();
    Expression bits = tokens.match("->") ? expressions.operand() : null;
    basics.end("the measurement");
    return new Statement.Measurement(qubits, bits, keyword.place());
  }

  private Statement modifiedCall() {
    List<Statement.Modifier> modifiers = new ArrayList<>();
    while (MODIFIERS.contains(tokens.peek().text())) {
      Token name = tokens.advance();
      Expression argument = null;
      if (tokens.match("(")) {
        argument = expressions.expression();
        tokens.consume(")", "after the argument of the modifier");
      }
      tokens.consume("@", "after the modifier");
      modifiers.add(new Statement.Modifier(name.text(), argument, name.place()));
      tokens.enter();
    }
    Statement call = basics.gateCall(modifiers);
    modifiers.forEach(modifier -> tokens.leave());
    return call;
  }

  private Statement callOrAssignment() {
    if (tokens.peek().kind() != Token.Kind.WORD) {
      throw tokens.unexpected("a statement");
    }
    boolean assigns =
        ASSIGNMENTS.contains(tokens.peekSecond().text())
            || (tokens.peekSecond().is("[") && !isCast());
    return assigns ? assignment() : basics.gateCall(List.of());
  }

  private boolean isCast() {
    return ExpressionParser.CLASSICAL_TYPES.contains(tokens.peek().text());
  }

  private Statement assignment() {
    Expression target = expressions.operand();
    Token sign = tokens.peek();
    if (!ASSIGNMENTS.contains(sign.text())) {
      throw tokens.unexpected("'='");
    }
    tokens.advance();
    String symbol = sign.text().substring(0, sign.text().length() - 1);
    Operator operator = symbol.isEmpty() ? null : Dialect.QASM_3.operator(symbol);
    Expression value = rightHandSide();
    basics.end("the assignment");
    return new Statement.Assignment(target, operator, value, target.place());
  }

  private Expression rightHandSide() {
    return measured(tokens, expressions);
  }

  /** A measurement or any other expression. */
  static Expression measured(TokenStream tokens, ExpressionParser expressions) {
    @Nullable Token keyword = tokens.check("measure") ? tokens.advance() : null;
    return keyword == null
        ? expressions.expression()
        : new Expression.Measure(expressions.operand(), keyword.place());
  }
}
