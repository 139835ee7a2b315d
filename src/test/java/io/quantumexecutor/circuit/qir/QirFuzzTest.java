package io.quantumexecutor.circuit.qir;

import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.GeneratedCircuits;
import io.quantumexecutor.circuit.Mutations;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class QirFuzzTest {
  private static final CircuitLimits LIMITS = new CircuitLimits(100_000, 32, 1_000, 64, 64);

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void read_mutatedTexts_giveACircuitOrAProgramException() {
    Mutations.fuzz(
        seed -> QirWriter.write(GeneratedCircuits.adaptive(seed), QirProfile.ADAPTIVE_RIF),
        text -> QirReader.read(text, LIMITS));
  }
}
