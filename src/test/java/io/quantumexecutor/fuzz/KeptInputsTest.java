package io.quantumexecutor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.quantumexecutor.circuit.InputBounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs again, without a fuzzer, what fuzzing kept: inputs that together reach what it reached. */
class KeptInputsTest {
  private final InputBounds bounds = new InputBounds();

  @ParameterizedTest
  @EnumSource
  void target_keptInputs_areTakenOrRefusedByName(FuzzTarget target) throws IOException {
    List<Path> inputs = target.inputs();
    for (Path input : inputs) {
      byte[] bytes = Files.readAllBytes(input);
      try {
        bounds.run(input.toString(), () -> target.run(bytes));
      } catch (RuntimeException | StackOverflowError e) {
        fail(input.toString(), e);
      }
    }
    assertThat(inputs).isNotEmpty();
  }
}
