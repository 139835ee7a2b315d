package io.quantumexecutor.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.Location;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.QuantumWorkspace;
import io.quantumexecutor.job.Workspace;
import io.quantumexecutor.quantum.BlobHosts;
import io.quantumexecutor.quantum.ClientLimits;
import io.quantumexecutor.quantum.Pause;
import io.quantumexecutor.quantum.QuantumClients;
import io.quantumexecutor.quantum.QuantumEndpoint;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ConfiguredWorkspacesTest {
  private static final JobKey JOB =
      new JobKey(
          new Owner("owner"), JobId.parse("0199c5a0-0000-7000-8000-00000000abcd").orElseThrow());

  private final QuantumWorkspace client =
      new QuantumClients(
              ClientLimits.DEFAULT, BlobHosts.AZURE, InstantSource.system(), Pause.real())
          .open(
              QuantumEndpoint.in(
                  Location.parse("eastus"),
                  new Workspace("00000000-0000-0000-0000-000000000001", "group", "work")),
              QuantumClients.bearer(ManagedIdentities.credential(null)));
  private final ConfiguredWorkspaces workspaces = new ConfiguredWorkspaces("partition", client);

  @Test
  void open_integrationPartition_isTheConfiguredWorkspace() {
    assertThat(workspaces.open(workspaces.integrationPartition(), JOB)).isSameAs(client);
    assertThat(workspaces.integration()).isSameAs(client);
  }

  @Test
  void open_anotherPartition_saysThatTheSettingsChanged() {
    assertThatIllegalStateException()
        .isThrownBy(() -> workspaces.open("other", JOB))
        .withMessageContaining(JOB.id().toString());
  }
}
