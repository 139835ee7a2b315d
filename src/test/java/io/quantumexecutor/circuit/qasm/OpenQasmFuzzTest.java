package io.quantumexecutor.circuit.qasm;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.InputBounds;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Mutated programs are read or refused with places, never anything else.
 *
 * <p>Runs a fixed number of programs, or with {@code -Dfuzz.seconds=N} that long.
 */
class OpenQasmFuzzTest {
  private static final CircuitLimits LIMITS = new CircuitLimits(20_000, 40, 5_000, 64, 128);
  private static final List<String> SEEDS =
      List.of(
          """
          OPENQASM 2.0; include "qelib1.inc"; qreg q[4]; creg c[3];
          gate g(a,b) s,t { rx(-a*pi/2^b) s; barrier s,t; cx s,t; } opaque o x;
          g(1.5e-3,2) q[0],q[1]; ccx q[0],q[1],q[2]; barrier q; measure q[0] -> c[0];
          if(c==1) u3(sin(0.1),ln(2),.5) q[3]; reset q[1]; h q;
          """,
          """
          OPENQASM 3.0; include "stdgates.inc"; input float t; const uint n = 3;
          qubit[4] q; bit[4] c; let r = q[0:2] ++ q[3];
          def f(qubit[2] a, float u) -> bit[2] { bit[2] b; rx(u) a; b = measure a; return b; }
          gate g(a) x, y { ctrl @ rz(a) x, y; inv @ s x; gphase(a); }
          for uint i in [0:n-1] { g(i*t) q[i], q[i+1]; } pow(2) @ negctrl(2) @ x q[0],q[1],q[2];
          c[0:1] = f(q[0:1], 2*t); if (c[0] && !(c[1] == 1) || c >= 3) { x q[{0,2}]; } else y r[1];
          uint[4] k = 5; k += 2; if (bool(k[1])) reset q; output bit[2] o; o[0] = measure q[3];
          """);
  private static final List<String> SPICES =
      List.of(
          "(",
          ")",
          "{",
          "}",
          "[",
          "]",
          ";",
          ",",
          "@",
          "->",
          "\"",
          "'",
          "/*",
          "*/",
          "//",
          "9999999999",
          "-1",
          "0",
          "1e308",
          "if",
          "for",
          "def",
          "gate",
          "ctrl @",
          "pow(1e9) @",
          "inv @",
          "q",
          "c",
          "measure",
          "$0",
          "\u0000",
          "é",
          "\uD83D\uDE00",
          "\n",
          "while",
          "return",
          "[0:1000000]",
          "pi",
          "**",
          "/0",
          "gphase(1)",
          "bit",
          "qubit",
          "input",
          "let");

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void read_mutatedPrograms_areReadOrRefusedWithPlaces() {
    long seconds = Long.getLong("fuzz.seconds", 0);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    Random random = new Random(7);
    int accepted = 0;
    InputBounds bounds = new InputBounds();
    while (bounds.inputs() < 5_000 || System.nanoTime() < end) {
      accepted += read(mutated(random), bounds) ? 1 : 0;
    }
    System.out.println(bounds.inputs() + " mutated programs, " + accepted + " still right");
    assertThat(accepted).as("programs that are still right").isPositive();
  }

  private static String mutated(Random random) {
    StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
    int mutations = 1 + random.nextInt(6);
    for (int i = 0; i < mutations; i++) {
      int from = random.nextInt(text.length());
      int to = Math.min(text.length(), from + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(from, to);
        case 1 -> text.insert(from, SPICES.get(random.nextInt(SPICES.size())));
        case 2 -> text.insert(random.nextInt(text.length()), text.substring(from, to));
        default -> text.setCharAt(from, (char) (32 + random.nextInt(95)));
      }
      if (text.length() == 0) {
        text.append(';');
      }
    }
    return text.toString();
  }

  private static boolean read(String text, InputBounds bounds) {
    try {
      bounds.run(text, () -> OpenQasmReader.read(text, Map.of("t", 0.5), LIMITS));
      return true;
    } catch (ProgramException e) {
      assertThat(e.errors()).as(text).isNotEmpty().allMatch(OpenQasmFuzzTest::isPlaced);
      return false;
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("broken by: " + text, e);
    }
  }

  /** A parameter that the program no longer asks for has no place in it. */
  private static boolean isPlaced(ProgramError error) {
    return (error.line() > 0 && error.column() > 0) || error.message().startsWith("parameter");
  }
}
