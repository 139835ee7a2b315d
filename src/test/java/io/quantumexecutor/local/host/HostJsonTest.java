package io.quantumexecutor.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostJsonTest {
  @TempDir Path folder;

  @Test
  void read_nothingSaid_hasTheHostsDefaults() throws IOException {
    HostJson host = read("{\"version\": \"2.0\"}");

    assertThat(host.routePrefix()).isEqualTo("api");
    assertThat(host.queues())
        .isEqualTo(
            new HostJson.Queues(
                HostJson.MessageEncoding.BASE64, Duration.ZERO, 5, 16, 8, Duration.ofMinutes(1)));
  }

  @Test
  void read_everythingSaid_isTaken() throws IOException {
    HostJson host =
        read(
            """
            {"extensions": {"http": {"routePrefix": ""},
              "queues": {"messageEncoding": "none", "visibilityTimeout": "00:00:30",
                "maxDequeueCount": 3, "batchSize": 4, "newBatchThreshold": 1,
                "maxPollingInterval": "00:00:02"}}}
            """);

    assertThat(host.routePrefix()).isEmpty();
    assertThat(host.queues())
        .isEqualTo(
            new HostJson.Queues(
                HostJson.MessageEncoding.NONE,
                Duration.ofSeconds(30),
                3,
                4,
                1,
                Duration.ofSeconds(2)));
  }

  @Test
  void read_settingInTheEnvironment_goesBeforeTheFile() throws IOException {
    Path file =
        Files.writeString(folder.resolve("host.json"), "{\"extensions\": {\"queues\": {}}}");

    HostJson host =
        HostJson.read(
            file,
            Map.of(
                "AzureFunctionsJobHost__extensions__queues__batchSize", "4",
                "AzureFunctionsJobHost__extensions__http__routePrefix", "v1"));

    assertThat(host.queues().batchSize()).isEqualTo(4);
    assertThat(host.routePrefix()).isEqualTo("v1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"extensions\": {\"queues\": {\"messageEncoding\": \"rot13\"}}}",
        "{\"extensions\": {\"queues\": {\"visibilityTimeout\": \"soon\"}}}"
      })
  void read_malformed_namesTheFile(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(HostException.class)
        .hasMessageContaining("host.json");
  }

  private HostJson read(String text) throws IOException {
    return HostJson.read(Files.writeString(folder.resolve("host.json"), text), Map.of());
  }
}
