package io.quantumexecutor.circuit;

/** A named register of qubits or of bits, at least one wide. */
public record Register(String name, int size) {
  public Register {
    if (size < 1) {
      throw new IllegalArgumentException("register " + name + " has size " + size);
    }
  }
}
