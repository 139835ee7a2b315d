package io.quantumexecutor.quantum;

import static io.quantumexecutor.quantum.StubService.answer;
import static io.quantumexecutor.quantum.StubService.error;
import static io.quantumexecutor.quantum.StubService.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.azure.core.http.HttpPipelineBuilder;
import io.quantumexecutor.workspace.AzureResources.WorkspaceRecord;
import io.quantumexecutor.workspace.QuantumException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Azure Resource Manager as a hostile server may play it. */
@Timeout(60)
class ArmClientIT {
  private final StubService arm = new StubService();
  private final StubService elsewhere = new StubService();
  private final ArmClient client =
      new ArmClient(
          new Exchange(
              new HttpPipelineBuilder().policies(StubbedClient.key()).build(),
              Duration.ofSeconds(20),
              InstantSource.system()),
          new RetryPolicy(InstantSource.system(), pause -> {}),
          URI.create(arm.url()));

  @AfterEach
  void stop() {
    arm.close();
    elsewhere.close();
  }

  @Test
  void workspace_record_isRead() {
    arm.will(
        json(
            200,
            "{\"location\":\"East US\",\"properties\":{\"workspaceKind\":\"V2\","
                + "\"endpointUri\":\"https://w.eastus-v2.quantum.azure.com\"}}"));

    assertThat(client.workspace(StubbedClient.WORKSPACE))
        .isEqualTo(
            new WorkspaceRecord(
                "East US", "V2", URI.create("https://w.eastus-v2.quantum.azure.com")));
    assertThat(arm.seen().get(0).target())
        .isEqualTo(StubbedClient.WORKSPACE.resourceId() + "?api-version=2025-12-15-preview");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void redirect_isNotFollowedWithCredentials(int status) {
    StubService.Reply redirect = answer(status, Map.of("Location", elsewhere.url() + "/x"), "");
    arm.will(redirect, redirect, redirect);

    assertThatExceptionOfType(QuantumException.class)
        .isThrownBy(() -> client.workspace(StubbedClient.WORKSPACE));
    assertThat(elsewhere.seen()).isEmpty();
  }

  @Test
  void nextPage_elsewhere_isNotAskedFor() {
    arm.will(
        json(
            200, "{\"value\":[{\"actions\":[\"*\"]}],\"nextLink\":\"" + elsewhere.url() + "/x\"}"));

    assertThat(client.permissions(StubbedClient.WORKSPACE)).hasSize(1);
    assertThat(elsewhere.seen()).isEmpty();
  }

  @Test
  void nextPage_here_isRead() {
    arm.will(
        json(200, "{\"value\":[{\"actions\":[\"a\"]}],\"nextLink\":\"" + arm.url() + "/x?y=1\"}"),
        json(200, "{\"value\":[{\"dataActions\":[\"b\"],\"notDataActions\":[\"c\"]}]}"));

    assertThat(client.permissions(StubbedClient.WORKSPACE))
        .extracting(each -> each.dataActions().size())
        .containsExactly(0, 1);
  }

  @Test
  void refusal_keepsStatusAndCode() {
    arm.will(error(403, "AuthorizationFailed"));

    assertThatExceptionOfType(QuantumException.class)
        .isThrownBy(() -> client.permissions(StubbedClient.WORKSPACE))
        .matches(e -> e.httpStatus() == 403 && e.kind() == QuantumException.Kind.DENIED);
  }
}
