package io.quantumexecutor.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityKeyTest {
  @Test
  void key_asText_isItsValue() {
    assertThat(new IdentityKey("0a".repeat(32))).hasToString("0a".repeat(32));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "~owners",
        "a/b",
        "A",
        "a ",
        "00000000000000000000000000000000000000000000000000000000000000001"
      })
  void key_notSafeInATable_isRefused(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new IdentityKey(value));
  }
}
