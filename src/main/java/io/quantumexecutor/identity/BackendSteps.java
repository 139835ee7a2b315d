package io.quantumexecutor.identity;

import io.quantumexecutor.workspace.CheckStep;
import io.quantumexecutor.workspace.CheckStep.Name;
import io.quantumexecutor.workspace.CheckStep.Outcome;
import io.quantumexecutor.workspace.QuantumWorkspace.TargetStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks a backend up in what a workspace says of its targets.
 *
 * @param target the backend's name, in any case
 */
record BackendSteps(List<TargetStatus> targets, String target) {

  /** Whether the provider is enabled and has the backend. */
  List<CheckStep> enabled() {
    String provider = target.split("\\.", 2)[0].toLowerCase(Locale.ROOT);
    List<String> names =
        targets.stream()
            .filter(each -> each.provider().equalsIgnoreCase(provider))
            .map(TargetStatus::name)
            .toList();
    if (status().isEmpty() && names.isEmpty()) {
      return List.of(
          failed(
              Name.PROVIDER,
              "the provider of " + target + " is not enabled in the workspace",
              "add the provider to the workspace, in the portal under Operations, Providers;"
                  + " this command lists the offers",
              Commands.offerings(),
              "backend_name"));
    }
    return List.of(
        CheckStep.ok(Name.PROVIDER, "the provider is enabled"),
        status().isPresent()
            ? CheckStep.ok(Name.TARGET, "the workspace has it")
            : failed(
                Name.TARGET,
                "the workspace has no backend " + target,
                "choose one of " + String.join(", ", names),
                null,
                "backend_name"));
  }

  /** Whether it takes jobs now; empty if the workspace does not have it. */
  Optional<CheckStep> available() {
    return status().map(BackendSteps::availability);
  }

  private static CheckStep availability(TargetStatus status) {
    return status.availability().equalsIgnoreCase("Unavailable")
        ? failed(
            Name.TARGET,
            status.name() + " is unavailable now",
            "nothing: jobs are kept and submitted when it opens",
            null,
            null)
        : CheckStep.ok(
            Name.TARGET,
            status.availability() + ", about " + status.queueSeconds() + " s in the queue");
  }

  private Optional<TargetStatus> status() {
    return targets.stream().filter(each -> each.name().equalsIgnoreCase(target)).findFirst();
  }

  private static CheckStep failed(
      Name name, String message, String advice, @Nullable String command, @Nullable String field) {
    return new CheckStep(name, Outcome.FAILED, message, advice, command, field);
  }
}
