package io.quantumexecutor.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  private static Map<String, String> example() throws IOException {
    JsonNode values =
        new ObjectMapper().readTree(Path.of("local.settings.json.example").toFile()).path("Values");
    Map<String, String> example = new HashMap<>();
    values.properties().forEach(entry -> example.put(entry.getKey(), entry.getValue().textValue()));
    example.put("HMAC_KEY", KEY);
    return example;
  }

  @Test
  void from_exampleWithAKey_isComplete() throws IOException {
    Settings settings = Settings.from(example());

    assertThat(settings.endpoint().base()).hasToString("https://eastus.quantum.azure.com");
    assertThat(settings.limits().holdHours()).isEqualTo(168);
    assertThat(settings.identityClientId()).isNull();
  }

  @Test
  void from_nothing_namesEverythingThatIsMissing() {
    assertThatThrownBy(() -> Settings.from(Map.of()))
        .hasMessageContainingAll(
            "AzureWebJobsStorage__blobServiceUri is missing",
            "QUANTUM_WORKSPACE_RESOURCE_ID is missing",
            "QUANTUM_WORKSPACE_LOCATION is missing",
            "HMAC_KEY is missing");
  }

  @Test
  void from_malformedValues_namesThemAllWithoutShowingThem() throws IOException {
    Map<String, String> broken = example();
    broken.put("HMAC_KEY", "c2hvcnQ=");
    broken.put("HOLD_HOURS", "-1");
    broken.put("QUANTUM_WORKSPACE_RESOURCE_ID", "/subscriptions/x");

    assertThatThrownBy(() -> Settings.from(broken))
        .hasMessageContainingAll(
            "HMAC_KEY is malformed",
            "HOLD_HOURS is malformed",
            "QUANTUM_WORKSPACE_RESOURCE_ID is malformed")
        .message()
        .doesNotContain("c2hvcnQ=");
  }

  @Test
  void configuration_everySetting_isInItsTable() throws IOException {
    String document = Files.readString(Path.of("src/site/markdown/configuration.md"));

    assertThat(example().keySet())
        .filteredOn(name -> !name.equals("FUNCTIONS_WORKER_RUNTIME"))
        .allSatisfy(
            name -> assertThat(document).contains(name.replace("AzureWebJobsStorage__", "")));
  }
}
