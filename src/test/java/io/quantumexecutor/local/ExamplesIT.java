package io.quantumexecutor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the examples as their readers do. The Azure CLI and Classiq's package are not to be had
 * everywhere: stand-ins take their place, which hand on what they are given.
 */
@Timeout(120)
@SharedStack.Used
final class ExamplesIT {
  private static final Path EXAMPLES = Path.of("src", "examples").toAbsolutePath();

  /** Keeps the message that it is to put into the queue. */
  private static final String AZ =
      """
      #!/bin/sh
      while [ "$#" -gt 1 ]; do
        [ "$1" = --content ] && printf %s "$2" >"$DROPPED"
        [ "$1" = --queue-name ] && [ "$2" != quantum-jobs ] && exit 1
        shift
      done
      """;

  /** Serializes as Classiq's models do and "synthesizes" a fixed program. */
  private static final String CLASSIQ =
      """
      import json

      class Anything:
          def __class_getitem__(cls, item):
              return cls

      Output = QArray = Anything
      CX = H = allocate = None

      class Model:
          def __init__(self, **fields):
              self.fields = {**self.DEFAULTS, **fields}

          def model_dump(self, mode="python"):
              return {
                  name: value.model_dump(mode) if isinstance(value, Model) else value
                  for name, value in self.fields.items()
              }

          def model_dump_json(self):
              return json.dumps(self.model_dump())

      class AzureBackendPreferences(Model):
          DEFAULTS = {
              "backend_service_provider": "Azure Quantum",
              "location": "East US",
              "credentials": None,
              "ionq_error_mitigation_flag": False,
          }

      class ExecutionPreferences(Model):
          DEFAULTS = {
              "noise_properties": None,
              "random_seed": 2813,
              "transpile_to_hardware": "decompose",
              "job_name": None,
          }

      class QuantumProgram(Model):
          DEFAULTS = json.loads('''%s''')

      def qfunc(function):
          return function

      def create_model(main):
          return main

      def synthesize(model):
          return QuantumProgram()
      """;

  private static RunningStack stack;
  private static JobsApi api;

  @TempDir private Path folder;

  @BeforeAll
  static void start(SharedStack shared) {
    stack = shared.stack;
    api = shared.api;
  }

  private record Ended(int exitCode, String output) {}

  private static Ended run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(EXAMPLES.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().put("BASE_URL", api.base());
    builder.environment().put("FUNCTION_KEY", "any");
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    Process process = builder.start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), output);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void needsCurl() throws InterruptedException {
    needs("the example for curl (install curl)", "curl", "--version");
  }

  private static void needsPython() throws InterruptedException {
    needs("the examples in Python (install python3-requests)", "python3", "-c", "import requests");
  }

  /** Skips the test where a tool is missing, and says so. */
  private static void needs(String what, String... command) throws InterruptedException {
    boolean there;
    try {
      there = run(Map.of(), command).exitCode() == 0;
    } catch (IOException e) {
      there = false;
    }
    assumeTrue(there, what);
  }

  private static void assertPrintsTheHistogram(Ended ended) {
    assertThat(ended.output()).contains("job ").containsPattern("(?m)^00\\b.*\\d");
    assertThat(ended.output()).containsPattern("(?m)^11\\b.*\\d");
    assertThat(ended.exitCode()).isZero();
  }

  @Test
  void curl_submitsAndPrintsTheHistogram() throws Exception {
    needsCurl();

    assertPrintsTheHistogram(run(Map.of(), "bash", "submit.sh"));
  }

  @Test
  void curl_refusedSubmission_showsTheProblemAndFails() throws Exception {
    needsCurl();
    Path script = folder.resolve("submit.sh");
    Files.copy(EXAMPLES.resolve("submit.sh"), script);
    Files.writeString(folder.resolve("submission.json"), "{}");

    Ended ended = run(Map.of(), "bash", script.toString());

    assertThat(ended.exitCode()).isNotZero();
    assertThat(ended.output()).contains("/problems/invalid-request");
  }

  @Test
  void java_submitsAndPrintsTheHistogram() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    assertPrintsTheHistogram(run(Map.of(), java, "Submit.java"));
  }

  @Test
  void pythonRequests_submitsAndPrintsTheHistogram() throws Exception {
    needsPython();

    assertPrintsTheHistogram(run(Map.of(), "python3", "submit.py"));
  }

  @Test
  void pythonClassiq_preferencesAsTheySerialize_areTaken() throws Exception {
    needsPython();
    Path program =
        Path.of("src/test/resources/io/quantumexecutor/circuit/classiq/three_outputs.json");
    Files.writeString(
        folder.resolve("classiq.py"),
        CLASSIQ.formatted(Files.readString(program).replace("\\", "\\\\")));

    Ended ended = run(Map.of("PYTHONPATH", folder.toString()), "python3", "submit_classiq.py");

    assertThat(ended.output()).contains("'x': -1.5").contains("1000");
    assertThat(ended.exitCode()).isZero();
  }

  @Test
  void pythonClassiq_packageMissing_saysWhatItNeeds() throws Exception {
    needsPython();
    Files.writeString(
        folder.resolve("classiq.py"), "raise ImportError(\"No module named 'classiq'\")");

    Ended ended = run(Map.of("PYTHONPATH", folder.toString()), "python3", "submit_classiq.py");

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.output()).contains("pip install classiq");
  }

  @Test
  void az_droppedMessage_becomesAJob() throws Exception {
    Path cli = Files.writeString(folder.resolve("az"), AZ);
    Files.setPosixFilePermissions(cli, PosixFilePermissions.fromString("rwx------"));
    Path dropped = folder.resolve("dropped");
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", folder + ":" + System.getenv("PATH"));
    environment.put("STORAGE_ACCOUNT", "any");
    environment.put("DROPPED", dropped.toString());
    List<String> before = api.ids();

    assertThat(run(environment, "bash", "drop.sh").exitCode()).isZero();
    stack.queue().sendMessage(Files.readString(dropped));

    JsonNode job = api.ended(api.newJob(before));
    assertThat(job.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(job.path("job_name").asText()).isEqualTo("bell");
  }

  @Test
  void httpFile_fromTopToBottom_endsWithTheHistogram() throws Exception {
    HttpFile file =
        new HttpFile(EXAMPLES.resolve("submit.http"), Map.of("base", api.base(), "key", "any"));

    assertThat(file.size()).isEqualTo(3);
    assertThat(file.send(0).statusCode()).isEqualTo(202);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> JobsApi.json(file.send(1)).path("status").asText().equals("COMPLETED"));
    HttpResponse<String> result = file.send(2);
    assertThat(JobsApi.json(result).path("counts").properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder("00", "11");
  }
}
