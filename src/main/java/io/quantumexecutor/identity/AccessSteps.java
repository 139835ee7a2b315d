package io.quantumexecutor.identity;

import io.quantumexecutor.job.JobId;
import io.quantumexecutor.workspace.Access;
import io.quantumexecutor.workspace.AzureResources.WorkspaceRecord;
import io.quantumexecutor.workspace.CheckStep;
import io.quantumexecutor.workspace.CheckStep.Name;
import io.quantumexecutor.workspace.CheckStep.Outcome;
import io.quantumexecutor.workspace.Location;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes the steps towards a workspace one after the other and notes what each found. */
final class AccessSteps {
  /**
   * From this day on submitting takes a data role (Azure Quantum documentation, "Connect to your
   * Azure Quantum workspace").
   */
  private static final Instant DATA_ROLES_COMPULSORY = Instant.parse("2027-01-11T00:00:00Z");

  /** Names the one small input that the storage step leaves in the workspace's storage. */
  private static final JobId STORAGE_PROBE =
      new JobId(UUID.fromString("00000000-0000-7000-8000-000000000000"));

  private static final String LATER = "try again in a few minutes";

  private final Connection connection;
  private final Access access;
  private final Instant now;
  private final Map<Name, CheckStep> found = new EnumMap<>(Name.class);
  private @Nullable QuantumException trouble;

  AccessSteps(Connection connection, Access access, Instant now) {
    this.connection = connection;
    this.access = access;
    this.now = now;
  }

  /** What was found, and for every other step why it was not reached. */
  List<CheckStep> all() {
    return Arrays.stream(Name.values())
        .map(name -> found.getOrDefault(name, CheckStep.notReached(name, "an earlier step failed")))
        .toList();
  }

  /** What is to be mended first; a missing role explains a workspace that cannot be read. */
  Optional<CheckStep> failure() {
    CheckStep role = found.get(Name.DATA_ROLE);
    return role != null && role.outcome() == Outcome.FAILED
        ? Optional.of(role)
        : found.values().stream().filter(step -> step.outcome() == Outcome.FAILED).findFirst();
  }

  List<CheckStep> warnings() {
    return found.values().stream()
        .filter(step -> step.outcome() == Outcome.WARNING || isUnverified(step))
        .toList();
  }

  private static boolean isUnverified(CheckStep step) {
    return step.name() == Name.DATA_ROLE && step.outcome() == Outcome.UNKNOWN;
  }

  /** What kept a step from being finished, unless the job may run all the same. */
  Optional<QuantumException> trouble() {
    return Optional.ofNullable(trouble);
  }

  boolean isOk(Name name) {
    CheckStep step = found.get(name);
    return step != null && (step.outcome() == Outcome.OK || step.outcome() == Outcome.WARNING);
  }

  void token() {
    try {
      WorkspaceRecord record = connection.record();
      note(CheckStep.ok(Name.TOKEN, "a token was issued"));
      note(workspace(record));
    } catch (QuantumException e) {
      if (TokenRefusal.explains(e)) {
        note(TokenRefusal.step(e, connection.identity()));
        keep(e);
      } else {
        note(CheckStep.ok(Name.TOKEN, "a token was issued"));
        noRecord(e);
      }
    }
  }

  private CheckStep workspace(WorkspaceRecord record) {
    String actual = record.location() == null ? "" : record.location();
    Location asked = access instanceof Access.Private own ? own.location() : null;
    if (asked != null && !actual.isEmpty() && !asked.name().equals(normalised(actual))) {
      return failed(
          Name.WORKSPACE,
          "the workspace is in " + normalised(actual) + ", not in " + asked,
          "give the workspace's location, or leave it out",
          null,
          "location");
    }
    try {
      connection.workspace();
    } catch (QuantumException e) {
      return failed(Name.WORKSPACE, e.getMessage(), "check the resource id", null, "resource_id");
    }
    return CheckStep.ok(
        Name.WORKSPACE, "found" + (actual.isEmpty() ? "" : " in " + normalised(actual)));
  }

  private static String normalised(String location) {
    try {
      return Location.parse(location).name();
    } catch (IllegalArgumentException e) {
      return "an unknown place";
    }
  }

  private void noRecord(QuantumException e) {
    note(RecordTrouble.step(e, connection.identity()));
    if (e.kind() == Kind.DENIED && e.httpStatus() != 401) {
      role();
    } else if (e.kind() != Kind.DENIED && e.kind() != Kind.REJECTED) {
      keep(e);
    }
  }

  void role() {
    try {
      note(
          role(
              SubmitRight.of(connection.manager().permissions(connection.identity().workspace()))));
    } catch (QuantumException e) {
      note(
          CheckStep.unknown(
              Name.DATA_ROLE,
              "submit_right_unverified: the permissions could not be read",
              "make sure that the identity has the role " + Commands.ROLE));
    }
  }

  private CheckStep role(SubmitRight right) {
    boolean contributorIsEnough = now.isBefore(DATA_ROLES_COMPULSORY);
    return switch (right) {
      case DATA_ROLE -> CheckStep.ok(Name.DATA_ROLE, "the identity may submit jobs");
      case MANAGEMENT_ROLE ->
          contributorIsEnough
              ? new CheckStep(
                  Name.DATA_ROLE,
                  Outcome.WARNING,
                  "the identity may submit only until 11 January 2027: a management role such as"
                      + " Contributor is not enough from then on",
                  "assign the role " + Commands.ROLE,
                  Commands.assignRole(connection.identity()),
                  null)
              : missingRole(
                  "the identity has a management role such as Contributor, which is not enough"
                      + " since 11 January 2027");
      case NONE -> missingRole("the identity may not submit jobs in the workspace");
    };
  }

  private CheckStep missingRole(String message) {
    return failed(
        Name.DATA_ROLE,
        message,
        "assign the role " + Commands.ROLE + " (it takes up to an hour to work)",
        Commands.assignRole(connection.identity()),
        null);
  }

  /** Asks the workspace itself, with a token for it. */
  void service() {
    try {
      connection.targets(now);
      note(CheckStep.ok(Name.JOBS_READ_WRITE, "the workspace accepts the identity"));
    } catch (QuantumException e) {
      if (TokenRefusal.explains(e)) {
        note(TokenRefusal.step(e, connection.identity()));
        keep(e);
      } else if (e.kind() == Kind.DENIED) {
        note(
            failed(
                Name.JOBS_READ_WRITE,
                "the workspace refuses the identity",
                "add the application permission Jobs.ReadWrite of the API Azure Quantum and grant"
                    + " consent; a new role takes up to an hour to work",
                null,
                null));
      } else {
        note(CheckStep.unknown(Name.JOBS_READ_WRITE, "the workspace did not answer", LATER));
        keep(e);
      }
    }
  }

  /** Stores a few bytes as the input of no job. */
  void storage() {
    try {
      byte[] probe = "access check".getBytes(StandardCharsets.US_ASCII);
      connection.workspace().upload(STORAGE_PROBE, probe, "text/plain");
      note(CheckStep.ok(Name.STORAGE, "inputs can be stored"));
    } catch (QuantumException e) {
      note(
          e.kind() == Kind.DENIED || e.kind() == Kind.REJECTED
              ? failed(
                  Name.STORAGE,
                  "the workspace's storage refuses inputs",
                  "give the workspace's own identity the roles Storage Account Contributor and"
                      + " Storage Blob Data Contributor on its storage account, and let the account"
                      + " be reached from here",
                  Commands.showWorkspace(connection.identity()),
                  null)
              : CheckStep.unknown(Name.STORAGE, "the storage did not answer", LATER));
    }
  }

  /** Whether the workspace has the target at all. */
  void enabled(String target) {
    backend(target).enabled().forEach(this::note);
  }

  /** Whether a target that is there takes jobs now. */
  void available(String target) {
    backend(target).available().ifPresent(this::note);
  }

  private BackendSteps backend(String target) {
    return new BackendSteps(connection.targets(now), target);
  }

  void noTarget() {
    note(CheckStep.notReached(Name.PROVIDER, "the request names no backend"));
    note(CheckStep.notReached(Name.TARGET, "the request names no backend"));
  }

  private void note(CheckStep step) {
    found.put(step.name(), step);
  }

  private void keep(QuantumException e) {
    trouble = e;
  }

  private static CheckStep failed(
      Name name, String message, String advice, @Nullable String command, @Nullable String field) {
    return new CheckStep(name, Outcome.FAILED, message, advice, command, field);
  }
}
