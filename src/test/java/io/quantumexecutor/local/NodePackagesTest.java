package io.quantumexecutor.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NodePackagesTest {
  @ParameterizedTest
  @ValueSource(strings = {"v20.0.0\n", "v24.1.0"})
  void requireVersion_newEnough_passes(String printed) {
    assertThatCode(() -> NodePackages.requireVersion(printed)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v18.19.1\n", "v9.11.0", "node: not found"})
  void requireVersion_tooOldOrUnreadable_namesWhatIsNeeded(String printed) {
    assertThatThrownBy(() -> NodePackages.requireVersion(printed))
        .isInstanceOf(LocalStackException.class)
        .hasMessageContaining("Node.js 20 or newer")
        .hasMessageContaining(printed.strip());
  }
}
