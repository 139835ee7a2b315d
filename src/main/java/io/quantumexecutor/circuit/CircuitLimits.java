package io.quantumexecutor.circuit;

/**
 * What a reader accepts at most, so that no text can exhaust time or memory.
 *
 * @param sourceChars characters of the text
 * @param nesting depth of nested expressions, blocks and gate definitions
 * @param operations operations after all definitions and loops are expanded
 * @param qubits qubits in all registers
 * @param bits classical bits in all registers
 */
public record CircuitLimits(int sourceChars, int nesting, int operations, int qubits, int bits) {
  public static final CircuitLimits DEFAULT =
      new CircuitLimits(8 * 1024 * 1024, 256, 1_000_000, 1_024, 4_096);
}
