package io.quantumexecutor.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class HostEnvironmentTest {
  private static final HostEnvironment ENVIRONMENT =
      new HostEnvironment(
          Map.of(
              "QUEUE", "jobs$1",
              "AzureWebJobsStorage", "default",
              "AzureWebJobsOther", "prefixed",
              "Other", "plain",
              "Plain", "bare",
              "AzureWebJobs.Poll.Disabled", "True",
              "AzureWebJobs.Submit.Disabled", "0"));

  @Test
  void resolve_namesInPercentSigns_areReplaced() {
    assertThat(ENVIRONMENT.resolve("a-%QUEUE%-%Plain%")).isEqualTo("a-jobs$1-bare");
  }

  @Test
  void resolve_settingMissing_isRefusedByName() {
    assertThatThrownBy(() -> ENVIRONMENT.resolve("%POLL_SCHEDULE%"))
        .isInstanceOf(HostException.class)
        .hasMessageContaining("POLL_SCHEDULE");
  }

  @Test
  void connection_names_prefixedGoesFirst() {
    assertThat(ENVIRONMENT.connection("")).isEqualTo("default");
    assertThat(ENVIRONMENT.connection("AzureWebJobsStorage")).isEqualTo("default");
    assertThat(ENVIRONMENT.connection("Other")).isEqualTo("prefixed");
    assertThat(ENVIRONMENT.connection("Plain")).isEqualTo("bare");
    assertThatThrownBy(() -> ENVIRONMENT.connection("Missing"))
        .hasMessageContaining("AzureWebJobsMissing");
  }

  @Test
  void isDisabled_trueOrOne_only() {
    assertThat(ENVIRONMENT.isDisabled("Poll")).isTrue();
    assertThat(ENVIRONMENT.isDisabled("Submit")).isFalse();
    assertThat(ENVIRONMENT.isDisabled("Get")).isFalse();
  }
}
