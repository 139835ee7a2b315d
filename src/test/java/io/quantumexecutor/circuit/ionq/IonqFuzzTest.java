package io.quantumexecutor.circuit.ionq;

import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.GeneratedCircuits;
import io.quantumexecutor.circuit.Mutations;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class IonqFuzzTest {
  private static final CircuitLimits LIMITS = new CircuitLimits(100_000, 32, 1_000, 64, 64);

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void read_mutatedTexts_giveACircuitOrAProgramException() {
    Mutations.fuzz(IonqFuzzTest::text, text -> IonqWriter.write(IonqReader.read(text, LIMITS)));
  }

  private static String text(long seed) {
    if (seed % 7 == 0) {
      return """
          {"gateset":"qis","qubits":4,"circuit":[{"gate":"pauliexp","targets":[0,2,3],
          "terms":["XYZ","IZX"],"coefficients":[0.5,-2],"time":0.7,"controls":[1]},
          {"gate":"cnot","control":0,"target":1}]}
          """;
    }
    return IonqWriter.write(
        seed % 3 == 0 ? GeneratedCircuits.ofNativeGates(seed) : GeneratedCircuits.straight(seed));
  }
}
