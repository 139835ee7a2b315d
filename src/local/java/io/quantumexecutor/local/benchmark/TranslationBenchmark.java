package io.quantumexecutor.local.benchmark;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.ionq.IonqWriter;
import io.quantumexecutor.circuit.qasm.OpenQasmReader;
import io.quantumexecutor.circuit.qir.QirProfile;
import io.quantumexecutor.circuit.qir.QirWriter;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/** Times the way from an OpenQASM text to what providers take. */
public final class TranslationBenchmark {
  private static final int WARM_UP = 60;
  private static final int ROUNDS = 40;

  private final PrintStream out;
  private final String text;

  private TranslationBenchmark(PrintStream out, String text) {
    this.out = out;
    this.text = text;
  }

  /**
   * Prints milliseconds and megabytes of source per second for a generated program of 25 qubits and
   * nested gate definitions.
   */
  public static void run(PrintStream out) {
    out.println("translating a program of 25 qubits and 235 nested gates");
    TranslationBenchmark benchmark = new TranslationBenchmark(out, nestedDefinitions());
    benchmark.time("to QIR", circuit -> QirWriter.write(circuit, QirProfile.BASE));
    benchmark.time("to IonQ JSON", IonqWriter::write);
  }

  private void time(String name, Function<Circuit, String> writer) {
    long[] times = new long[WARM_UP + ROUNDS];
    String written = "";
    for (int round = 0; round < times.length; round++) {
      long start = System.nanoTime();
      written = writer.apply(OpenQasmReader.read(text, Map.of(), CircuitLimits.DEFAULT));
      times[round] = System.nanoTime() - start;
    }
    long first = times[0];
    Arrays.sort(times, WARM_UP, times.length);
    long median = times[WARM_UP + ROUNDS / 2];
    out.printf(
        "%s: %.1f ms warm (median of %d, best %.1f ms; first %.0f ms), %.1f MB/s read, %.1f"
            + " MB/s written%n",
        name,
        median / 1e6,
        ROUNDS,
        times[WARM_UP] / 1e6,
        first / 1e6,
        rate(text, median),
        rate(written, median));
  }

  private static double rate(String of, long nanos) {
    return of.length() * 1e3 / nanos;
  }

  /** Gates that call gates that call gates, as a synthesis engine writes them. */
  private static String nestedDefinitions() {
    StringBuilder program = new StringBuilder("OPENQASM 2.0;\ninclude \"qelib1.inc\";\n");
    program.append(
        "gate part___0 q0,q1,q2 {\n  cswap q0,q1,q2;\n  u(0.5*pi,-0.25*pi,1.1) q1;\n}\n");
    for (int i = 1; i < 235; i++) {
      String inner = "part___" + (i - 1) / 2;
      program.append("gate part___").append(i).append(" q0,q1,q2 {\n  ");
      program
          .append(inner)
          .append(" q2,q0,q1;\n  h q0;\n  ")
          .append(inner)
          .append(" q0,q1,q2;\n}\n");
    }
    program.append("qreg q[25];\n");
    for (int i = 0; i < 25; i++) {
      program.append(
          "part___%d q[%d],q[%d],q[%d];\n".formatted(30 + i, i, (i + 1) % 25, (i + 7) % 25));
    }
    return program.toString();
  }
}
