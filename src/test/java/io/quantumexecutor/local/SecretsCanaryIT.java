package io.quantumexecutor.local;

import static io.quantumexecutor.local.JobsApi.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import com.azure.data.tables.TableClientBuilder;
import com.azure.data.tables.models.TableEntity;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.circuit.classiq.ProgramFiles;
import io.quantumexecutor.local.emulator.Availability;
import io.quantumexecutor.local.emulator.InjectedFault;
import io.quantumexecutor.local.emulator.Role;
import io.quantumexecutor.local.emulator.Route;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * A secret put wherever a caller can put it, on the ways that go well and on those that do not, is
 * afterwards nowhere to be found: not stored, not logged, not answered.
 */
@Timeout(240)
@ResourceLock(Resources.SYSTEM_OUT)
final class SecretsCanaryIT {
  private static final String CANARY = "cAnArY~7f3a91d0c5";
  private static final String GOOD = "bbbbbbbb-0000-0000-0000-000000000001";
  private static final String OTHER = "bbbbbbbb-0000-0000-0000-000000000002";
  private static final String NOBODY = "bbbbbbbb-0000-0000-0000-000000000003";

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final PrintStream terminal = System.out;
  private final List<String> answers = new ArrayList<>();
  private final List<String> queues =
      new ArrayList<>(List.of("quantum-jobs", "quantum-jobs-poison"));
  private RunningStack stack;
  private JobsApi api;

  @BeforeEach
  void start() {
    System.setOut(new PrintStream(log, true, UTF_8));
    stack = RunningStack.withoutHost(InstantSource.system(), Duration.ofMillis(200));
    ServicePrincipals.register(stack.emulator(), GOOD, CANARY, Role.DATA_CONTRIBUTOR);
    ServicePrincipals.register(stack.emulator(), OTHER, "another secret", Role.DATA_CONTRIBUTOR);
    ServicePrincipals.register(stack.emulator(), NOBODY, CANARY, Role.NONE);
    api = stack.startHost(Map.of("AzureFunctionsJobHost__logging__logLevel__default", "Trace"));
  }

  @AfterEach
  void stop() {
    stack.close();
    System.setOut(terminal);
  }

  private JsonNode send(String body, int expected) {
    HttpResponse<String> answer = api.send(body).join();
    answers.add(answer.headers().map() + answer.body());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
    return json(answer);
  }

  private String accepted(String body) {
    return send(body, 202).path("id").asText();
  }

  private JsonNode ended(String id) {
    JsonNode job = api.ended(id);
    answers.add(job.toString());
    return job;
  }

  private static String credentials(String client) {
    return ServicePrincipals.credentials(ServicePrincipals.TENANT, client, CANARY);
  }

  private List<String> hunted() {
    SecretHunt hunt = new SecretHunt(CANARY).account(stack.storage(), queues);
    answers.forEach(answer -> hunt.text("answer " + answer, answer));
    return hunt.text("log", log.toString(UTF_8)).places();
  }

  @Test
  void secret_onEveryWay_isNowhereAfterwardsNorMeanwhile() {
    String good = ServicePrincipals.bell(credentials(GOOD), "");
    stack.emulator().setTarget("ionq.simulator", Availability.UNAVAILABLE, 0);
    String held = accepted(good);
    api.when(held, job -> job.has("held"));
    assertThat(hunted()).isEmpty();
    answers.add(api.cancel(held).body());
    ended(held);
    stack.emulator().setTarget("ionq.simulator", Availability.AVAILABLE, 0);

    assertThat(ended(accepted(good)).path("status").asText()).isEqualTo("COMPLETED");
    assertThat(ended(accepted(flatForm())).path("status").asText()).isEqualTo("COMPLETED");
    ended(accepted(classiqProgram()));
    stack
        .emulator()
        .faults()
        .add(InjectedFault.first(Route.CREATE_JOB, new InjectedFault.ResetAfter()));
    assertThat(ended(accepted(good)).path("status").asText()).isEqualTo("COMPLETED");

    refusals(good);
    answers.add(api.check(good).join().body());
    answers.add(api.check(ServicePrincipals.bell(credentials(OTHER), "")).join().body());
    messages(good);

    assertThat(hunted()).isEmpty();
  }

  private static String flatForm() {
    return """
        {"program": "OPENQASM 2.0; qreg q[1]; creg c[1]; measure q -> c;", "backend": "azure/ionq.simulator",
         "config": {"location": "westus", "tenant_id": "%s", "client_id": "%s", "client_secret": "%s", "resource_id": "%s"}}
        """
        .formatted(
            ServicePrincipals.TENANT, GOOD, CANARY, ServicePrincipals.WORKSPACE.resourceId());
  }

  /** A program as Classiq's SDK saves it, credentials of its author included. */
  private static String classiqProgram() {
    ObjectNode program = ProgramFiles.threeOutputs();
    program
        .putObject("model")
        .set(
            "execution_preferences",
            ProgramFiles.json(
                "{\"backend_preferences\": {\"credentials\": " + credentials(GOOD) + "}}"));
    return "{\"program\": "
        + program
        + ", \"execution_preferences\": {\"backend_preferences\": {\"backend_name\":"
        + " \"ionq.simulator\", \"location\": \"West US\", \"credentials\": "
        + credentials(GOOD)
        + "}, \"num_shots\": null, \"transpile_to_hardware\": \"decompose\"}}";
  }

  private void refusals(String good) {
    send(ServicePrincipals.bell(credentials(OTHER), ""), 403);
    send(ServicePrincipals.bell(credentials(NOBODY), ""), 403);
    send(good.substring(0, good.length() - 8), 400);
    send(good.replace("\"West US\"", "[\"" + CANARY + "\"]"), 400);
    send(good.replace("\"tenant_id\"", "\"tenant\""), 400);
    send(good.replace(ServicePrincipals.TENANT, CANARY), 400);
    send(good.replace("h q[0]", "nope q[0]"), 422);
    send(ServicePrincipals.bell(credentials(GOOD), ", \"run_via_classiq\": true"), 400);
    send(ServicePrincipals.bell(credentials(GOOD), ", \"resource_id\": \"/x\""), 400);
    send(ServicePrincipals.bell(credentials(GOOD), ", \"bogus\": 1"), 400);
  }

  private void messages(String good) {
    for (String message : List.of(good, good.substring(0, good.length() - 8), "{" + CANARY)) {
      List<String> before = api.ids();
      stack.queue().sendMessage(message);
      assertThat(ended(api.newJob(before)).path("status").asText()).isEqualTo("FAILED");
    }
    List<String> before = api.ids();
    stack
        .queue("quantum-jobs-poison")
        .sendMessage(Base64.getEncoder().encodeToString(good.getBytes(UTF_8)));
    assertThat(ended(api.newJob(before)).path("status").asText()).isEqualTo("FAILED");
  }

  @Test
  void leak_plantedAnywhere_isFound() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(("{\"client_secret\":\"" + CANARY + "\"}").getBytes(UTF_8));
    }
    new TableClientBuilder()
        .connectionString(stack.storage())
        .tableName("jobs")
        .buildClient()
        .createEntity(new TableEntity("p", "leak").addProperty("gzip", zipped.toByteArray()));
    new BlobContainerClientBuilder()
        .connectionString(stack.storage())
        .containerName("results")
        .buildClient()
        .getBlobClient("leak")
        .upload(
            BinaryData.fromBytes(
                Base64.getEncoder().encode(("xy" + CANARY + "z").getBytes(UTF_8))));
    stack.queue("planted-leak").create();
    queues.add("planted-leak");
    stack.queue("planted-leak").sendMessage("a " + CANARY);
    answers.add("detail: " + CANARY);
    System.out.println("signing in with " + CANARY);

    assertThat(hunted())
        .anyMatch(place -> place.startsWith("table jobs leak gzip"))
        .contains("blob results/leak", "queue planted-leak", "log")
        .anyMatch(place -> place.startsWith("answer"));
  }
}
