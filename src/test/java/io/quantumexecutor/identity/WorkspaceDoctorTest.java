package io.quantumexecutor.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quantumexecutor.workspace.Access;
import io.quantumexecutor.workspace.AccessDeniedException;
import io.quantumexecutor.workspace.AzureResources.Permission;
import io.quantumexecutor.workspace.AzureResources.WorkspaceRecord;
import io.quantumexecutor.workspace.CheckStep;
import io.quantumexecutor.workspace.CheckStep.Name;
import io.quantumexecutor.workspace.CheckStep.Outcome;
import io.quantumexecutor.workspace.Location;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;
import io.quantumexecutor.workspace.Workspace;
import io.quantumexecutor.workspace.WorkspaceAccess.Proof;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceDoctorTest {
  private static final Workspace OURS =
      new Workspace("00000000-0000-0000-0000-000000000001", "ours", "our-workspace");
  private static final String TARGET = "ionq.simulator";

  private final FakeAzure azure = new FakeAzure();
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private final WorkspaceDoctor doctor = doctor(true, Set.of(Keysets.THEIR_WORKSPACE));

  private WorkspaceDoctor doctor(boolean secrets, Set<Workspace> lent) {
    Connections connections =
        new Connections(
            new Connections.Ours(
                null,
                OURS,
                azure,
                new Credentials(
                    ManagedIdentities.credential(null),
                    URI.create("https://login.microsoftonline.com")),
                new WorkspaceHosts(Set.of("127.0.0.1:9"))),
            azure,
            new IdentityKeys(new byte[32]),
            Keysets.emptyStore(),
            Optional.of(new CredentialSeal(Keysets.json(Keysets.generate()))));
    InstantSource clock = () -> now;
    return new WorkspaceDoctor(AccessPolicy.of(lent, secrets), connections, clock);
  }

  private static Access.ManagedIdentity managed(Location location) {
    return new Access.ManagedIdentity(Keysets.THEIR_WORKSPACE, location);
  }

  private CheckStep denied(Access access, String target) {
    try {
      doctor.prove(access, target);
    } catch (AccessDeniedException e) {
      return e.step();
    }
    throw new AssertionError("nothing was denied");
  }

  private Map<Name, CheckStep> steps(Access access) {
    return doctor.examine(access, TARGET).stream()
        .collect(Collectors.toMap(CheckStep::name, Function.identity()));
  }

  @Test
  void prove_twiceWithTheSameSecret_asksOnce() {
    Access access = Keysets.principal("right");

    Proof first = doctor.prove(access, TARGET);
    Proof second = doctor.prove(access, TARGET);

    assertThat(azure.calls).containsExactly("record", "permissions", "targets");
    assertThat(second.grant().partition()).isEqualTo(first.grant().partition());
  }

  @Test
  void prove_withAnotherSecret_asksAgainUnderAnotherKey() {
    Proof right = doctor.prove(Keysets.principal("right"), TARGET);
    azure.recordTrouble = FakeAzure.trouble(Kind.DENIED, 0, "AADSTS7000215");

    CheckStep step = denied(Keysets.principal("wrong"), TARGET);

    assertThat(step.field()).isEqualTo("client_secret");
    assertThat(doctor.unproven(Keysets.principal("wrong")).partition())
        .isNotEqualTo(right.grant().partition());
  }

  @Test
  void prove_afterFiveMinutes_asksAgain() {
    doctor.prove(Keysets.principal("right"), TARGET);
    now = now.plusSeconds(301);
    azure.permissions = List.of();

    assertThat(denied(Keysets.principal("right"), TARGET).name()).isEqualTo(Name.DATA_ROLE);
  }

  @Test
  void prove_readerWhoseStatusCallPasses_isDeniedWithTheCommand() {
    azure.permissions =
        List.of(
            new Permission(
                List.of("*/read"),
                List.of(),
                List.of("Microsoft.Quantum/Workspaces/jobs/read"),
                List.of()));

    CheckStep step = denied(Keysets.principal("right"), TARGET);

    assertThat(step.name()).isEqualTo(Name.DATA_ROLE);
    assertThat(step.text()).contains("Quantum Workspace Data Contributor");
    assertThat(step.command())
        .startsWith("az role assignment create --assignee \"aaaaaaaa-")
        .endsWith("--scope \"" + Keysets.THEIR_WORKSPACE.resourceId() + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-10T23:59:59Z, WARNING",
    "2027-01-11T00:00:00Z, FAILED",
  })
  void role_ofAContributorAlone_isEnoughUntilTheCutOver(Instant day, Outcome outcome) {
    now = day;
    azure.permissions = List.of(new Permission(List.of("*"), List.of(), List.of(), List.of()));

    assertThat(steps(managed(null)).get(Name.DATA_ROLE).outcome()).isEqualTo(outcome);
  }

  @Test
  void role_thatWithholdsTheAction_doesNotCount() {
    azure.permissions =
        List.of(
            new Permission(
                List.of("*"),
                List.of("microsoft.quantum/workspaces/jobs/*"),
                List.of("*"),
                List.of("*/write")));

    assertThat(denied(managed(null), TARGET).name()).isEqualTo(Name.DATA_ROLE);
  }

  @Test
  void permissions_unreadable_passWithAWarning() {
    azure.permissionTrouble = FakeAzure.trouble(Kind.DENIED, 403, "AuthorizationFailed");

    assertThat(doctor.prove(managed(null), TARGET).warnings())
        .singleElement()
        .asString()
        .startsWith("submit_right_unverified");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "https://eastus.quantum.azure.com.evil.example",
        "https://.quantum.azure.com",
        "http://westus.quantum.azure.com",
        "https://westus.quantum.azure.com:444",
        "https://user@westus.quantum.azure.com",
        "https://169.254.169.254",
        "https://127.0.0.1:10",
      })
  void endpoint_thatLeadsElsewhere_isNeverOpened(String endpoint) {
    azure.record = new WorkspaceRecord("westus", "V1", URI.create(endpoint));

    CheckStep step = denied(Keysets.principal("right"), TARGET);

    assertThat(step.name()).isEqualTo(Name.WORKSPACE);
    assertThat(azure.opened).isEmpty();
    assertThat(azure.calls).containsExactly("record");
  }

  @ParameterizedTest
  @CsvSource({
    "https://their-workspace.westus.quantum.azure.com/, V1,"
        + " https://their-workspace.westus.quantum.azure.com",
    ", V1, https://westus.quantum.azure.com",
    ", V2, https://westus-v2.quantum.azure.com",
    "https://127.0.0.1:9, V1, https://127.0.0.1:9",
  })
  void endpoint_ofAzuresRecord_isUsed(URI recorded, String kind, String used) {
    azure.record = new WorkspaceRecord("West US", kind, recorded);

    doctor.prove(managed(new Location("westus")), TARGET);

    assertThat(azure.opened).containsExactly(URI.create(used));
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example/", "westus#", "west\u0130us", "w"})
  void location_ofTheRecordThatIsNone_isNeverPutIntoAHostName(String location) {
    azure.record = new WorkspaceRecord(location, "V1", null);

    assertThat(denied(managed(null), TARGET).name()).isEqualTo(Name.WORKSPACE);
    assertThat(azure.opened).isEmpty();
  }

  @Test
  void location_thatContradictsTheRecord_isNamed() {
    CheckStep step = denied(managed(new Location("eastus")), TARGET);

    assertThat(step.field()).isEqualTo("location");
    assertThat(step.message()).contains("westus", "eastus");
  }

  @ParameterizedTest
  @CsvSource({
    "DENIED, 0, AADSTS90002, TOKEN, tenant_id",
    "DENIED, 0, AADSTS700016, TOKEN, client_id",
    "DENIED, 0, AADSTS7000215, TOKEN, client_secret",
    "DENIED, 0, AADSTS7000222, TOKEN, client_secret",
    "REJECTED, 404, ResourceNotFound, WORKSPACE, resource_id",
    "DENIED, 401, InvalidAuthenticationTokenTenant, WORKSPACE, tenant_id",
  })
  void trouble_withTheRecord_isPutInWords(
      Kind kind, int status, String code, Name name, String field) {
    azure.recordTrouble = FakeAzure.trouble(kind, status, code);

    Map<Name, CheckStep> steps = steps(Keysets.principal("right"));

    assertThat(steps).hasSize(Name.values().length);
    assertThat(steps.get(name).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(steps.get(name).field()).isEqualTo(field);
    assertThat(steps.get(Name.TARGET).outcome()).isEqualTo(Outcome.NOT_REACHED);
  }

  @Test
  void trouble_thatPasses_isNoDenial() {
    azure.recordTrouble = FakeAzure.trouble(Kind.TRY_LATER, 503, "http-503");

    assertThatExceptionOfType(QuantumException.class)
        .isThrownBy(() -> doctor.prove(managed(null), TARGET));
    assertThat(steps(managed(null)).get(Name.WORKSPACE).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void service_thatRefusesAnIdentityWithTheRole_hintsAtThePermission() {
    azure.targetTrouble = FakeAzure.trouble(Kind.DENIED, 401, "http-401");

    assertThat(denied(Keysets.principal("right"), TARGET).text()).contains("Jobs.ReadWrite");
  }

  @Test
  void target_ofAProviderThatIsNotEnabled_isNamed() {
    assertThat(denied(managed(null), "quantinuum.sim.h2-1e").name()).isEqualTo(Name.PROVIDER);
    assertThat(denied(managed(null), "ionq.qpu.forte-9").text()).contains("ionq.simulator");
  }

  @Test
  void target_unavailableNow_failsTheCheckButNotTheProof() {
    assertThat(doctor.examine(managed(null), "ionq.qpu.aria-1"))
        .filteredOn(step -> step.name() == Name.TARGET)
        .extracting(CheckStep::outcome)
        .containsExactly(Outcome.FAILED);
    assertThat(doctor.prove(managed(null), "ionq.qpu.aria-1").warnings()).isEmpty();
  }

  @Test
  void access_thatTheOperatorDoesNotAllow_isRefusedAndNothingIsAsked() {
    WorkspaceDoctor strict = doctor(false, Set.of());

    assertThatExceptionOfType(AccessDeniedException.class)
        .isThrownBy(() -> strict.prove(managed(null), TARGET));
    assertThatExceptionOfType(AccessDeniedException.class)
        .isThrownBy(() -> strict.prove(Keysets.principal("right"), TARGET));
    assertThat(strict.examine(managed(null), TARGET).get(0).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(azure.calls).isEmpty();
  }
}
