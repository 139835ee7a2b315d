package io.quantumexecutor.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a client finds its workspace. No storage is needed: nothing listens at its address. */
final class ResourceManagerIT {
  private static final String NO_STORAGE =
      "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=a2V5;"
          + "BlobEndpoint=http://127.0.0.1:1/devstoreaccount1;";
  private static final String GRAPH =
      "/providers/Microsoft.ResourceGraph/resources?api-version=2021-03-01";
  private static final String MANAGEMENT_VERSION = "?api-version=2025-12-15-preview";

  private QuantumEmulator emulator;
  private ServiceCaller manager;

  @BeforeEach
  void start() throws IOException, GeneralSecurityException {
    emulator = QuantumEmulator.start(EmulatorSettings.forStorage(NO_STORAGE));
    manager = ServiceCaller.withToken(emulator, Tokens.MANAGEMENT);
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  private JsonNode graph(String conditions, String subscription) throws IOException {
    ObjectNode body =
        ServiceCaller.object(
            "query",
            "Resources | where type =~ 'microsoft.quantum/workspaces' "
                + conditions
                + " | extend endpointUri = tostring(properties.endpointUri)"
                + " | project name, subscriptionId, resourceGroup, location, endpointUri");
    if (subscription != null) {
      body.putArray("subscriptions").add(subscription);
    }
    return manager.json("POST", GRAPH, body);
  }

  @Test
  void graph_askedByName_findsTheWorkspace() throws IOException {
    JsonNode answer = graph("| where name =~ 'LOCAL-Workspace'", null);

    assertThat(answer.get("totalRecords").asInt()).isEqualTo(1);
    assertThat(answer.get("resultTruncated").asText()).isEqualTo("false");
    JsonNode row = answer.at("/data/0");
    assertThat(row.get("name").asText()).isEqualTo(emulator.workspace().name());
    assertThat(row.get("subscriptionId").asText()).isEqualTo(emulator.workspace().subscriptionId());
    assertThat(row.get("endpointUri").asText()).isEqualTo(emulator.httpsEndpoint().toString());
    assertThat(row.get("workspaceKind").asText()).isEqualTo("V1");
  }

  @ParameterizedTest
  @CsvSource({
    "| where name =~ 'another',",
    "| where name =~ 'local-workspace' | where location =~ 'westus',",
    "| where name =~ 'local-workspace', 00000000-0000-0000-0000-000000000009"
  })
  void graph_askedForAnother_findsNothing(String conditions, String subscription)
      throws IOException {
    JsonNode answer = graph(conditions, subscription);

    assertThat(answer.get("count").asInt()).isZero();
    assertThat(answer.get("data")).isEmpty();
  }

  @Test
  void workspace_askedByItsId_saysWhereItsEndpointIs() throws IOException {
    JsonNode resource =
        manager.json("GET", emulator.workspace().resourceId() + MANAGEMENT_VERSION, "");

    assertThat(resource.get("location").asText()).isEqualTo("eastus");
    assertThat(resource.at("/properties/endpointUri").asText())
        .isEqualTo(emulator.httpsEndpoint().toString());
  }

  @Test
  void keys_askedByAContributorOnly_openTheWorkspace() throws IOException {
    String path = emulator.workspace().resourceId() + "/listKeys" + MANAGEMENT_VERSION;
    HttpResponse<String> refused = manager.send("POST", path, "");
    emulator.principals().setRole(EmulatorPrincipals.MANAGED_IDENTITY, Role.CONTRIBUTOR);

    JsonNode keys = manager.json("POST", path, "");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("AuthorizationFailed", "listKeys/action");
    assertThat(keys.at("/primaryKey/key").asText()).isEqualTo(emulator.apiKey());
    assertThat(keys.get("primaryConnectionString").asText())
        .isEqualTo(
            "SubscriptionId=%s;ResourceGroupName=local;WorkspaceName=local-workspace;ApiKey=%s;QuantumEndpoint=%s/;"
                .formatted(
                    emulator.workspace().subscriptionId(),
                    emulator.apiKey(),
                    emulator.httpsEndpoint()));
  }
}
