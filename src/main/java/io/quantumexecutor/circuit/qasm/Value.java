package io.quantumexecutor.circuit.qasm;

/** A classical value known while reading. */
sealed interface Value {
  /** The value as a real number; true is 1. */
  double real();

  record Int(long value) implements Value {
    @Override
    public double real() {
      return value;
    }
  }

  record Real(double value) implements Value {
    @Override
    public double real() {
      return value;
    }
  }

  record Bool(boolean value) implements Value {
    @Override
    public double real() {
      return value ? 1 : 0;
    }
  }
}
