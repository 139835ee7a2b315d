package io.quantumexecutor.job;

/** A program as the caller sent it. */
public sealed interface Program {
  /** The format's name, for example {@code openqasm} or {@code ionq.circuit.v1}. */
  String format();

  /**
   * Whether the caller named the format: then it passes through untouched where the target takes
   * it.
   */
  boolean named();

  /** A program that people can read. */
  record Text(String format, boolean named, String text) implements Program {
    @Override
    public String toString() {
      return "Program[" + format + ", " + text.length() + " characters]";
    }
  }

  /**
   * A program in bytes, for example QIR bitcode; nothing about it tells its format, so that it is
   * always named.
   *
   * @param base64 the bytes
   */
  record Binary(String format, String base64) implements Program {
    @Override
    public boolean named() {
      return true;
    }

    @Override
    public String toString() {
      return "Program[" + format + ", " + base64.length() + " characters of base64]";
    }
  }
}
