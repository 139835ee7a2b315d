package io.quantumexecutor.circuit;

/**
 * A named register of qubits or of bits, at least one wide.
 *
 * @param isOutput whether a program's result has it; false for classical bits that are only used
 *     inside the program
 */
public record Register(String name, int size, boolean isOutput) {
  public Register {
    if (size < 1) {
      throw new IllegalArgumentException("register " + name + " has size " + size);
    }
  }

  /** A register that is part of the result if it is classical. */
  public Register(String name, int size) {
    this(name, size, true);
  }

  /** Whether both have one name and one size. */
  public boolean isLike(Register other) {
    return name.equals(other.name) && size == other.size;
  }

  /** The same register, kept out of the result. */
  public Register internal() {
    return new Register(name, size, false);
  }
}
