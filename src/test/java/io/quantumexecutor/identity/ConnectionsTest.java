package io.quantumexecutor.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.crypto.tink.KeysetHandle;
import io.quantumexecutor.job.EventFilter;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobEnd;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobOrigin;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.job.JobSummary;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.Program;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.job.SubmissionOptions;
import io.quantumexecutor.job.WhenUnavailable;
import io.quantumexecutor.workspace.Access;
import io.quantumexecutor.workspace.Grant;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.Workspace;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
  private static final Workspace OURS =
      new Workspace("00000000-0000-0000-0000-000000000001", "ours", "our-workspace");
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final FakeAzure azure = new FakeAzure();
  private final FakeAzure configured = new FakeAzure();
  private final JobStore jobs = Keysets.emptyStore();
  private final KeysetHandle keyset = Keysets.generate();
  private int made;

  /** Another instance of the app, which has nothing cached. */
  private Connections instance(@Nullable KeysetHandle keys) {
    return new Connections(
        new Connections.Ours(
            null,
            OURS,
            configured,
            new Credentials(
                ManagedIdentities.credential(null),
                URI.create("https://login.microsoftonline.com")),
            new WorkspaceHosts(Set.of())),
        azure,
        new IdentityKeys(new byte[32]),
        jobs,
        Optional.ofNullable(keys).map(Keysets::json).map(CredentialSeal::new));
  }

  private Job accepted(Access.Private access) {
    Grant grant = instance(keyset).grant(access);
    JobKey key = new JobKey(new Owner("alice"), new JobId(new UUID(0x7000, ++made)));
    JobSummary summary =
        new JobSummary(
            NOON,
            null,
            List.of(),
            null,
            "ionq.simulator",
            1,
            NOON,
            grant.partition(),
            JobOrigin.PLAIN);
    Submission submission =
        new Submission(
            new Program.Text("openqasm", false, "OPENQASM 2.0;"),
            "ionq.simulator",
            1,
            Map.of(),
            Map.of(),
            new SubmissionOptions(
                null,
                List.of(),
                null,
                null,
                1,
                access.workspace().resourceId(),
                null,
                WhenUnavailable.HOLD,
                EventFilter.END,
                null));
    jobs.accept(Job.accepted(key, summary), submission, grant.seal().apply(key.id()), null);
    return jobs.find(key).orElseThrow();
  }

  @Test
  void open_onAnInstanceThatNeverSawTheSecret_unsealsIt() {
    Job job = accepted(Keysets.principal("right"));

    instance(keyset).open(job.summary().partition(), job.key());
    instance(Keysets.rotated(keyset)).open(job.summary().partition(), job.key());

    assertThat(azure.opened).hasSize(2);
  }

  @Test
  void open_ofAManagedIdentitysJob_needsNoSecret() {
    Job job = accepted(new Access.ManagedIdentity(Keysets.THEIR_WORKSPACE, null));

    instance(null).open(job.summary().partition(), job.key());

    assertThat(azure.opened).hasSize(1);
  }

  @Test
  void open_withTheKeyLost_saysThatTheJobIsLost() {
    Job job = accepted(Keysets.principal("right"));

    for (KeysetHandle keys : new KeysetHandle[] {Keysets.generate(), null}) {
      assertThatExceptionOfType(QuantumException.class)
          .isThrownBy(() -> instance(keys).open(job.summary().partition(), job.key()))
          .matches(e -> e.kind() == QuantumException.Kind.REJECTED)
          .withMessageContaining("CREDENTIAL_KEYSET");
    }
    assertThat(azure.opened).isEmpty();
  }

  @Test
  void open_withTheSecretGone_neverFallsBackToOurIdentity() {
    Job job = accepted(Keysets.principal("right"));
    jobs.update(job.ended(NOON, JobEnd.cancelled(null, "done")));

    assertThat(jobs.sealed(job.key())).isEmpty();
    assertThatExceptionOfType(QuantumException.class)
        .isThrownBy(() -> instance(keyset).open(job.summary().partition(), job.key()))
        .matches(e -> e.code().equals("credential-lost"));
    assertThat(azure.opened).isEmpty();
  }

  @Test
  void open_ofTheConfiguredWorkspace_asksNobody() {
    Connections connections = instance(null);

    assertThat(
            connections.open(
                connections.integrationPartition(),
                new JobKey(new Owner("alice"), new JobId(new UUID(0x7000, 99)))))
        .isSameAs(configured);
    assertThat(azure.calls).isEmpty();
  }

  @Test
  void partitions_ofAllAccesses_areDifferent() {
    Connections connections = instance(keyset);

    assertThat(
            List.of(
                connections.integrationPartition(),
                connections
                    .grant(new Access.ManagedIdentity(Keysets.THEIR_WORKSPACE, null))
                    .partition(),
                connections.grant(Keysets.principal("right")).partition(),
                connections.grant(Keysets.principal("wrong")).partition()))
        .doesNotHaveDuplicates();
  }

  @Test
  void connections_moreThanAreKept_areMadeAgain() {
    Connections connections = instance(keyset);
    Connection first = connections.of(Keysets.principal("first"));

    for (int i = 0; i < 300; i++) {
      connections.of(Keysets.principal("other-" + i));
    }

    assertThat(connections.of(Keysets.principal("other-299")))
        .isSameAs(connections.of(Keysets.principal("other-299")));
    assertThat(connections.of(Keysets.principal("first"))).isNotSameAs(first);
  }
}
