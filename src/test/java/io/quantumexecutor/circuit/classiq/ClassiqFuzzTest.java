package io.quantumexecutor.circuit.classiq;

import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.Mutations;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ClassiqFuzzTest {
  private static final CircuitLimits LIMITS = new CircuitLimits(20_000, 40, 5_000, 64, 128);

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void read_mutatedFiles_areReadOrRefused() {
    String logical = ClassiqProgram.reduced(ProgramFiles.threeOutputs());
    String transpiled = ProgramFiles.transpiled().toString();

    Mutations.fuzz(
        seed -> seed % 2 == 0 ? logical : transpiled,
        text -> ClassiqProgram.read(text, Map.of(), LIMITS));
  }
}
