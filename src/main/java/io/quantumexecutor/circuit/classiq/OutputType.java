package io.quantumexecutor.circuit.classiq;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the qubits of an output make a value (Classiq's quantum types). */
public sealed interface OutputType {
  /** How many qubits it takes, at least 1. */
  int size();

  /** One qubit: 0 or 1. */
  record Bit() implements OutputType {
    @Override
    public int size() {
      return 1;
    }
  }

  /**
   * A number in binary, its first qubit least significant.
   *
   * @param signed whether it is in two's complement
   * @param fractionDigits how many of its digits stand after the binary point
   */
  record Numeric(int size, boolean signed, int fractionDigits) implements OutputType {
    /** A whole number from 0 on. */
    public static Numeric unsigned(int size) {
      return new Numeric(size, false, 0);
    }
  }

  /** Equal elements one after the other, element 0 on the first qubits. */
  record Array(OutputType element, int length) implements OutputType {
    @Override
    public int size() {
      return element.size() * length;
    }
  }

  /** Named fields one after the other in declaration order, the first on the first qubits. */
  record Struct(Map<String, OutputType> fields) implements OutputType {
    public Struct {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public int size() {
      return fields.values().stream().mapToInt(OutputType::size).sum();
    }
  }
}
