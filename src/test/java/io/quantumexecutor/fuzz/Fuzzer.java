package io.quantumexecutor.fuzz;

import io.quantumexecutor.circuit.InputBounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Jazzer calls: one process tries one target. */
public final class Fuzzer {
  private static final InputBounds BOUNDS = new InputBounds();

  private static FuzzTarget target = FuzzTarget.OPENQASM;

  private Fuzzer() {}

  /** Chooses the target by its name. */
  public static void fuzzerInitialize(String[] names) {
    target = FuzzTarget.named(names[0]);
  }

  /** Runs the kept inputs of a target without a fuzzer. */
  public static void main(String[] names) throws IOException {
    fuzzerInitialize(names);
    for (Path input : target.inputs()) {
      target.run(Files.readAllBytes(input));
    }
  }

  /** An input that takes too much may have loaded classes, which is dear under a fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      run(input);
    } catch (AssertionError tooMuch) {
      run(input);
    }
  }

  private static void run(byte[] input) {
    BOUNDS.run("this input", () -> target.run(input));
  }
}
