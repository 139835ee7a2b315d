package io.quantumexecutor.circuit.qir;

import io.quantumexecutor.circuit.Place;
import java.util.List;
import java.util.Map;

/**
 * The entry point of a QIR text as written: blocks of instructions, nothing checked beyond syntax.
 *
 * @param attributes of the entry point
 * @param blocks in the order of the text, the first one is entered first
 */
record QirProgram(Map<String, String> attributes, List<Block> blocks) {
  /** Instructions up to the one that leaves the block. */
  record Block(String label, List<Instruction> instructions, Instruction last) {}

  /** A constant or a name. */
  sealed interface Operand {}

  record Whole(long value) implements Operand {}

  record Real(double value) implements Operand {}

  /** The number of a qubit or a result: {@code inttoptr (i64 id to …)} or {@code null}. */
  record Reference(long value) implements Operand {}

  record Variable(String name) implements Operand {}

  record Global(String name) implements Operand {}

  sealed interface Instruction {
    Place place();
  }

  /** The start of a block; the parser turns it into the block's label. */
  record Label(String name, Place place) implements Instruction {}

  /**
   * @param variable what the answer is called, or empty
   */
  record Call(String variable, String function, List<Operand> arguments, Place place)
      implements Instruction {}

  /** One of LLVM's binary operations, or a comparison such as {@code icmp eq}. */
  record Binary(String variable, String operation, Operand left, Operand right, Place place)
      implements Instruction {}

  record Select(String variable, Operand condition, Operand yes, Operand no, Place place)
      implements Instruction {}

  record Phi(String variable, List<Incoming> incoming, Place place) implements Instruction {}

  record Incoming(Operand value, String block) {}

  record Jump(String target, Place place) implements Instruction {}

  record Branch(Operand condition, String yes, String no, Place place) implements Instruction {}

  record Return(Place place) implements Instruction {}
}
