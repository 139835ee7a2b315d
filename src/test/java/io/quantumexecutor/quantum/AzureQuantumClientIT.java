package io.quantumexecutor.quantum;

import static io.quantumexecutor.quantum.StubService.error;
import static io.quantumexecutor.quantum.StubService.json;
import static io.quantumexecutor.quantum.StubbedClient.ID;
import static io.quantumexecutor.quantum.StubbedClient.bell;
import static io.quantumexecutor.quantum.StubbedClient.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumexecutor.quantum.StubService.Seen;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumWorkspace;
import io.quantumexecutor.workspace.QuantumWorkspace.ListQuery;
import io.quantumexecutor.workspace.QuantumWorkspace.ProviderJob;
import io.quantumexecutor.workspace.QuantumWorkspace.Quota;
import io.quantumexecutor.workspace.QuantumWorkspace.TargetStatus;
import io.quantumexecutor.workspace.QuantumWorkspace.Which;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against a real socket: what it sends and what it reads. */
@Timeout(60)
class AzureQuantumClientIT {
  private static final String BASE =
      "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/Group-1"
          + "/providers/Microsoft.Quantum/workspaces/Work";
  private static final String VERSION = "api-version=2026-01-15-preview";

  private final StubService service = new StubService();
  private final StubbedClient stubbed = new StubbedClient(service);
  private final QuantumWorkspace client = stubbed.open();

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void create_accepted_sendsWhatTheServiceDocuments() {
    service.will(json(200, job("Waiting")));

    ProviderJob created = client.create(bell());

    assertThat(created.status()).isEqualTo("Waiting");
    Seen seen = service.seen().get(0);
    assertThat(seen.method()).isEqualTo("PUT");
    assertThat(seen.target()).isEqualTo(BASE + "/jobs/" + ID + "?" + VERSION);
    assertThat(seen.header("Content-type")).isEqualTo("application/json");
    assertThat(seen.header("X-ms-quantum-api-key")).isEqualTo(StubbedClient.SECRET);
    assertThat(seen.header("X-ms-client-request-id")).hasSize(36);
    assertThat(seen.header("User-agent")).startsWith("azure-quantum-executor/");
    assertThat(seen.body())
        .isEqualTo(
            "{\"itemType\":\"Job\",\"name\":\"bell\","
                + "\"containerUri\":\"https://store.blob.core.windows.net/job-1?sv=1&sig=abc\","
                + "\"inputDataFormat\":\"ionq.circuit.v1\","
                + "\"outputDataFormat\":\"ionq.quantum-results.v1\","
                + "\"inputDataUri\":\"https://store.blob.core.windows.net/job-1/inputData\","
                + "\"providerId\":\"ionq\",\"target\":\"ionq.simulator\","
                + "\"inputParams\":{\"shots\":100}}");
  }

  @Test
  void find_noSuchJob_isEmpty() {
    service.will(error(404, "NotFound"));

    assertThat(client.find(ID)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Queued",
        "Waiting",
        "Executing",
        "CancellationRequested",
        "Cancelling",
        "Finishing",
        "Completed",
        "Succeeded",
        "Failed",
        "Cancelled",
        "SomethingNew"
      })
  void find_anyStatusWord_isKeptUntouched(String word) {
    service.will(json(200, job(word)));

    assertThat(client.find(ID).orElseThrow().status()).isEqualTo(word);
  }

  @Test
  void find_failedJob_tellsItsErrorCostAndOutput() {
    service.will(
        json(
            200,
            """
            {"id":"%s","status":"Failed","creationTime":"2025-10-09T00:11:08.809319+00:00",
             "outputDataUri":"https://a.blob.core.windows.net:443/job-1/outputData",
             "errorData":{"code":"InvalidInputData","message":"line 1\\nline 2"},
             "costEstimate":{"currencyCode":"USD","events":[],"estimatedTotal":0.5}}
            """
                .formatted(ID)));

    assertThat(client.find(ID))
        .contains(
            new ProviderJob(
                ID,
                "Failed",
                URI.create("https://a.blob.core.windows.net:443/job-1/outputData"),
                "InvalidInputData",
                "line 1 line 2",
                Instant.parse("2025-10-09T00:11:08.809319Z"),
                "{\"currencyCode\":\"USD\",\"events\":[],\"estimatedTotal\":0.5}"));
  }

  @Test
  void list_page_skipsWhatIsNoJob() {
    service.will(
        json(
            200,
            "{\"value\":[{\"id\":\"x\",\"status\":\"Failed\"},7,"
                + job("Queued")
                + "],\"nextLink\":null}"));

    List<ProviderJob> jobs =
        client.list(new ListQuery(LocalDate.of(2026, 2, 28), Which.ALL, 100, 50)).jobs();

    assertThat(jobs).extracting(ProviderJob::id).containsExactly(ID);
    assertThat(service.seen().get(0).target())
        .isEqualTo(
            BASE
                + "/jobs?filter=CreationTime%20ge%202026-02-28&skip=100&top=50"
                + "&orderby=CreationTime%20asc&"
                + VERSION);
  }

  @Test
  void list_unfinished_asksForEveryStatusThatIsNotFinal() {
    service.will(json(200, "{\"value\":[],\"nextLink\":\"https://elsewhere.example/next\"}"));

    assertThat(client.list(new ListQuery(LocalDate.of(2026, 2, 28), Which.UNFINISHED, 0, 1)).last())
        .isFalse();
    assertThat(service.seen().get(0).target())
        .contains(
            "?filter=(State%20eq%20%27Queued%27%20or%20State%20eq%20%27Waiting%27",
            "Finishing%27)%20and%20CreationTime%20ge%202026-02-28&skip=0");
  }

  @Test
  void find_workspaceMissing_doesNotReadAsNoSuchJob() {
    service.will(error(404, "WorkspaceNotFound"));

    assertThatThrownBy(() -> client.find(ID))
        .isInstanceOfSatisfying(
            QuantumException.class,
            trouble -> assertThat(trouble.kind()).isEqualTo(QuantumException.Kind.DENIED));
  }

  @Test
  void prioritise_job_isSentOnceAsAMergePatch() {
    service.will(json(200, "{}"));

    client.prioritise(ID, "High");

    assertThat(service.seen()).hasSize(1);
    assertThat(service.seen().get(0).target())
        .isEqualTo(BASE + "/jobUpdateOptions/" + ID + "?" + VERSION);
    assertThat(service.seen().get(0).body()).isEqualTo("{\"priority\":\"High\"}");
  }

  @Test
  void targets_severalPages_areAllReadFromOurOwnHost() {
    String page = "{\"value\":[{\"id\":\"p\",\"targets\":[{\"id\":\"%s\"}]}],\"nextLink\":%s}";
    String next = "\"https://evil.example" + BASE + "/providerStatus?skip=1&api-version=old\"";
    service.will(json(200, page.formatted("p.one", next)));
    service.will(json(200, page.formatted("p.two", "null")));

    assertThat(client.targets()).extracting(TargetStatus::name).containsExactly("p.one", "p.two");
    assertThat(service.seen().get(1).target())
        .isEqualTo(BASE + "/providerStatus?skip=1&" + VERSION);
  }

  @Test
  void targets_page_readsOldAndNewFields() {
    service.will(
        json(
            200,
            """
            {"value":[{"id":"ionq","currentAvailability":"Degraded","targets":[
              {"id":"ionq.simulator","currentAvailability":"Available","averageQueueTime":3,
               "statusPage":null,"numQubits":29,"targetProfile":"Base"},
              {"id":"ionq.qpu.forte-1","averageQueueTime":-1,"numQubits":"many"},
              {"statusPage":null}]}],"nextLink":null}
            """));

    assertThat(client.targets())
        .containsExactly(
            new TargetStatus("ionq", "ionq.simulator", "Available", 3, 29, "Base"),
            new TargetStatus("ionq", "ionq.qpu.forte-1", "Degraded", 0, null, null));
  }

  @Test
  void quotas_page_readsWhatNamesWhatItCounts() {
    service.will(
        json(
            200,
            """
            {"value":[{"dimension":"qgs","scope":"Subscription","providerId":"ionq",
              "utilization":33334.0,"holds":0.5,"limit":8333334.0,"period":"Monthly"},
              {"providerId":"ionq","limit":1.0}, 7],"nextLink":null}
            """));

    assertThat(client.quotas())
        .containsExactly(
            new Quota(
                "ionq",
                "qgs",
                "Subscription",
                new BigDecimal("33334"),
                new BigDecimal("0.5"),
                new BigDecimal("8333334"),
                "Monthly"));
    assertThat(service.seen().get(0).target()).isEqualTo(BASE + "/quotas?" + VERSION);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 404, 409, 400})
  void cancel_doneOrOverOrUnknown_isFine(int status) {
    service.will(json(status, ""));

    client.cancel(ID);

    Seen seen = service.seen().get(0);
    assertThat(seen.method()).isEqualTo("POST");
    assertThat(seen.target()).isEqualTo(BASE + "/jobs/" + ID + ":cancel?" + VERSION);
  }
}
