package io.quantumexecutor.circuit.qir;

import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.qir.QirProgram.Binary;
import io.quantumexecutor.circuit.qir.QirProgram.Branch;
import io.quantumexecutor.circuit.qir.QirProgram.Call;
import io.quantumexecutor.circuit.qir.QirProgram.Incoming;
import io.quantumexecutor.circuit.qir.QirProgram.Instruction;
import io.quantumexecutor.circuit.qir.QirProgram.Jump;
import io.quantumexecutor.circuit.qir.QirProgram.Label;
import io.quantumexecutor.circuit.qir.QirProgram.Operand;
import io.quantumexecutor.circuit.qir.QirProgram.Phi;
import io.quantumexecutor.circuit.qir.QirProgram.Return;
import io.quantumexecutor.circuit.qir.QirProgram.Select;
import io.quantumexecutor.circuit.qir.QirProgram.Whole;
import io.quantumexecutor.circuit.qir.QirScanner.Kind;
import io.quantumexecutor.circuit.qir.QirScanner.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parses single instructions. */
final class InstructionParser {
  private static final Set<String> ARITHMETIC =
      Set.of("add", "sub", "mul", "and", "or", "xor", "shl");
  private static final Set<String> OVERFLOW = Set.of("nuw", "nsw");
  private static final Set<String> CALLS = Set.of("call", "tail", "musttail", "notail");

  private final QirScanner scanner;
  private final OperandParser operands;

  InstructionParser(QirScanner scanner) {
    this.scanner = scanner;
    operands = new OperandParser(scanner);
  }

  /** An instruction, or the label that starts a block. */
  Instruction labelOrInstruction() {
    Token first = scanner.next();
    Instruction instruction = instruction(first);
    if (!(instruction instanceof Label)) {
      skipMetadata();
    }
    return instruction;
  }

  private Instruction instruction(Token first) {
    Place place = first.place();
    if (first.kind() == Kind.LOCAL) {
      scanner.expectSign("=");
      return valued(first.text(), scanner.expect(Kind.WORD, "an instruction"), place);
    }
    boolean canBeLabel = first.kind() == Kind.WORD || first.kind() == Kind.STRING;
    if (canBeLabel && scanner.take(Kind.SIGN, ":")) {
      return new Label(first.text(), place);
    }
    if (CALLS.contains(first.text())) {
      return call("", place);
    }
    return switch (first.text()) {
      case "br" -> branch(place);
      case "ret" -> ret(place);
      default -> throw unknown(first);
    };
  }

  private ProgramException unknown(Token token) {
    return new ProgramException(
        scanner.error(
            token.place(),
            "instruction \""
                + ProgramError.shortened(token.text())
                + "\" is not supported; calls, br, ret, phi, icmp, select and whole-number"
                + " arithmetic are"));
  }

  private Instruction valued(String variable, Token operation, Place place) {
    String name = operation.text();
    if (CALLS.contains(name)) {
      return call(variable, place);
    }
    if (ARITHMETIC.contains(name)) {
      scanner.skip(OVERFLOW);
      return binary(variable, name, place);
    }
    return switch (name) {
      case "icmp" -> {
        String test = scanner.expect(Kind.WORD, "a comparison such as eq").text();
        yield binary(variable, "icmp " + test, place);
      }
      case "phi" -> phi(variable, place);
      case "select" -> select(variable, place);
      case "zext" -> widened(variable, place);
      default -> throw unknown(operation);
    };
  }

  private Binary binary(String variable, String operation, Place place) {
    Operand left = operands.typedOperand();
    scanner.expectSign(",");
    return new Binary(variable, operation, left, operands.whole(), place);
  }

  /** Widening keeps the value, as adding 0 does. */
  private Binary widened(String variable, Place place) {
    Operand value = operands.typedOperand();
    if (!scanner.take(Kind.WORD, "to")) {
      throw scanner.unexpected("\"to\"");
    }
    operands.type();
    return new Binary(variable, "add", value, new Whole(0), place);
  }

  private Select select(String variable, Place place) {
    Operand condition = operands.typedOperand();
    scanner.expectSign(",");
    Operand yes = operands.typedOperand();
    scanner.expectSign(",");
    return new Select(variable, condition, yes, operands.typedOperand(), place);
  }

  private Phi phi(String variable, Place place) {
    operands.type();
    List<Incoming> incoming = new ArrayList<>();
    do {
      scanner.expectSign("[");
      Operand value = operands.whole();
      scanner.expectSign(",");
      incoming.add(new Incoming(value, scanner.expect(Kind.LOCAL, "a block").text()));
      scanner.expectSign("]");
    } while (scanner.take(Kind.SIGN, ","));
    return new Phi(variable, incoming, place);
  }

  private Call call(String variable, Place place) {
    scanner.take(Kind.WORD, "call");
    while (scanner.peek().kind() != Kind.GLOBAL) {
      if (scanner.peek().kind() == Kind.END || scanner.peek().kind() == Kind.SIGN) {
        throw scanner.unexpected("the name of a function");
      }
      operands.type();
    }
    String function = scanner.next().text();
    List<Operand> arguments = new ArrayList<>();
    scanner.expectSign("(");
    if (!scanner.take(Kind.SIGN, ")")) {
      do {
        arguments.add(operands.typedOperand());
      } while (scanner.take(Kind.SIGN, ","));
      scanner.expectSign(")");
    }
    while (scanner.peek().kind() == Kind.GROUP || scanner.peek().kind() == Kind.STRING) {
      scanner.next();
    }
    return new Call(variable, function, arguments, place);
  }

  private Instruction branch(Place place) {
    if (scanner.take(Kind.WORD, "label")) {
      return new Jump(scanner.expect(Kind.LOCAL, "a block").text(), place);
    }
    Operand condition = operands.typedOperand();
    scanner.expectSign(",");
    String yes = label();
    scanner.expectSign(",");
    return new Branch(condition, yes, label(), place);
  }

  private String label() {
    if (!scanner.take(Kind.WORD, "label")) {
      throw scanner.unexpected("\"label\"");
    }
    return scanner.expect(Kind.LOCAL, "a block").text();
  }

  private Return ret(Place place) {
    if (!operands.type().equals("void")) {
      operands.whole();
    }
    return new Return(place);
  }

  /** Debug positions and the like: {@code , !dbg !3}. */
  private void skipMetadata() {
    while (scanner.peek().is(Kind.SIGN, ",")) {
      scanner.next();
      scanner.expect(Kind.METADATA, "metadata");
      scanner.expect(Kind.METADATA, "metadata");
    }
  }
}
