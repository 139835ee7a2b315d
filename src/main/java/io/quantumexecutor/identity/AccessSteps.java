package io.quantumexecutor.identity;

import io.quantumexecutor.job.Access;
import io.quantumexecutor.job.AzureResources.WorkspaceRecord;
import io.quantumexecutor.job.CheckStep;
import io.quantumexecutor.job.CheckStep.Name;
import io.quantumexecutor.job.CheckStep.Outcome;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.Location;
import io.quantumexecutor.job.QuantumException;
import io.quantumexecutor.job.QuantumException.Kind;
import io.quantumexecutor.job.QuantumWorkspace.TargetStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
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
      note(CheckStep.ok(Name.TOKEN, "a token was given"));
      note(workspace(record));
    } catch (QuantumException e) {
      if (TokenRefusal.explains(e)) {
        note(TokenRefusal.step(e, connection.identity()));
        keep(e);
      } else {
        note(CheckStep.ok(Name.TOKEN, "a token was given"));
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
          "give its own location, or leave it out",
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
    Identity identity = connection.identity();
    if (e.httpStatus() == 404 || e.kind() == Kind.REJECTED) {
      note(
          failed(
              Name.WORKSPACE,
              "there is no such workspace",
              "copy the resource id from its overview page",
              Commands.showWorkspace(identity),
              "resource_id"));
    } else if (e.httpStatus() == 401) {
      note(
          failed(
              Name.WORKSPACE,
              "the subscription does not belong to the tenant that gave the token",
              "give the tenant of the subscription",
              Commands.showTenant(identity),
              "tenant_id"));
    } else if (e.kind() == Kind.DENIED) {
      note(
          failed(
              Name.WORKSPACE,
              "the identity may not read the workspace, or there is none of that id",
              "check the resource id, then see data_role",
              Commands.showWorkspace(identity),
              "resource_id"));
      role();
    } else {
      note(CheckStep.unknown(Name.WORKSPACE, "it could not be asked for", LATER));
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
    List<TargetStatus> targets = connection.targets(now);
    String provider = target.split("\\.", 2)[0].toLowerCase(Locale.ROOT);
    Optional<TargetStatus> there = named(targets, target);
    if (there.isEmpty()
        && targets.stream().noneMatch(each -> each.provider().equalsIgnoreCase(provider))) {
      note(
          failed(
              Name.PROVIDER,
              "the provider of " + target + " is not enabled in the workspace",
              "add the provider to the workspace, in the portal under Operations, Providers; what"
                  + " there is",
              Commands.offerings(location()),
              "backend_name"));
      return;
    }
    note(CheckStep.ok(Name.PROVIDER, "the provider is enabled"));
    note(
        there.isPresent()
            ? CheckStep.ok(Name.TARGET, "the workspace has it")
            : failed(
                Name.TARGET,
                "the workspace has no backend " + target,
                "choose one of " + names(targets, provider),
                null,
                "backend_name"));
  }

  /** Whether a target that is there takes jobs now. */
  void available(String target) {
    Optional<TargetStatus> there = named(connection.targets(now), target);
    if (there.isPresent() && there.get().availability().equalsIgnoreCase("Unavailable")) {
      note(
          failed(
              Name.TARGET,
              there.get().name() + " is unavailable now",
              "nothing: jobs are kept and submitted when it opens",
              null,
              null));
    } else if (there.isPresent()) {
      note(
          CheckStep.ok(
              Name.TARGET,
              there.get().availability()
                  + ", about "
                  + there.get().queueSeconds()
                  + " s in the queue"));
    }
  }

  void noTarget() {
    note(CheckStep.notReached(Name.PROVIDER, "the request names no backend"));
    note(CheckStep.notReached(Name.TARGET, "the request names no backend"));
  }

  private static Optional<TargetStatus> named(List<TargetStatus> targets, String name) {
    return targets.stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
  }

  private static String names(List<TargetStatus> targets, String provider) {
    return String.join(
        ", ",
        targets.stream()
            .filter(each -> each.provider().equalsIgnoreCase(provider))
            .map(TargetStatus::name)
            .toList());
  }

  private String location() {
    String recorded = connection.record().location();
    return recorded == null ? "eastus" : normalised(recorded);
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
