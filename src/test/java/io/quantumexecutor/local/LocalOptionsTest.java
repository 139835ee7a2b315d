package io.quantumexecutor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class LocalOptionsTest {
  @Test
  void read_nothingGiven_isBellOnTheSimulatorAtTheUsualPorts() {
    LocalOptions options = read(Map.of("local.program", "", "local.exit", ""));

    assertThat(options.part()).isEqualTo(LocalOptions.Part.ALL);
    assertThat(options.exitAfterJob()).isFalse();
    assertThat(options.ports().functions()).isEqualTo(7071);
    assertThat(options.ports().emulatorTls()).isEqualTo(7076);
    assertThat(LocalSubmission.submission(options.job()))
        .hasToString(
            "{\"program\":\"OPENQASM 2.0;\\ninclude \\\"qelib1.inc\\\";\\nqreg q[2];\\ncreg c[2];\\n"
                + "h q[0];\\ncx q[0], q[1];\\nmeasure q -> c;\\n\",\"job_name\":\"bell\","
                + "\"backend_preferences\":{\"backend_service_provider\":\"Azure Quantum\","
                + "\"backend_name\":\"ionq.simulator\"}}");
  }

  @Test
  void read_everythingGiven_isSubmitted() {
    LocalOptions options =
        read(
            Map.of(
                "local.program", "src/local/azurite/package.json",
                "local.backend", "quantinuum.sim.h2-1e",
                "local.params", "{\"error-model\": false}",
                "local.shots", "12",
                "local.exit", "true",
                "local.port", "8000"));

    assertThat(options.exitAfterJob()).isTrue();
    assertThat(options.ports().table()).isEqualTo(8004);
    var body = LocalSubmission.submission(options.job());
    assertThat(body.at("/program/private").asBoolean()).isTrue();
    assertThat(body.path("job_name").asText()).isEqualTo("package.json");
    assertThat(body.path("num_shots").asInt()).isEqualTo(12);
    assertThat(body.at("/input_params/error-model").isBoolean()).isTrue();
    assertThat(body.at("/backend_preferences/backend_name").asText())
        .isEqualTo("quantinuum.sim.h2-1e");
  }

  @Test
  void read_severalProblems_areAllListed() {
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        "local.only", "azurite",
                        "local.params", "[1]",
                        "local.shots", "many",
                        "local.exit", "yes",
                        "local.port", "65531")))
        .isInstanceOf(LocalStackException.class)
        .hasMessageContainingAll(
            "local.only takes emulator, host or benchmark, and not azurite",
            "local.params takes a JSON object, and not [1]",
            "local.shots takes a whole number, and not many",
            "local.exit takes true or false, and not yes",
            "local.port=65531 leaves no six ports");
  }

  @Test
  void read_exitOfAPart_isRefused() {
    assertThatThrownBy(() -> read(Map.of("local.only", "host", "local.exit", "true")))
        .hasMessageContaining("local.exit");
  }

  @Test
  void submission_fileMissing_isRefusedByName() {
    LocalOptions options = read(Map.of("local.program", "no/such.qasm"));

    assertThatThrownBy(() -> LocalSubmission.submission(options.job()))
        .isInstanceOf(LocalStackException.class)
        .hasMessageContaining("such.qasm");
  }

  private static LocalOptions read(Map<String, String> given) {
    Properties properties = new Properties();
    properties.putAll(given);
    return LocalOptions.read(properties);
  }
}
