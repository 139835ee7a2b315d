package io.quantumexecutor.identity;

import io.quantumexecutor.workspace.CheckStep;
import io.quantumexecutor.workspace.CheckStep.Name;
import io.quantumexecutor.workspace.CheckStep.Outcome;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;

/** Says in words why Azure's record of a workspace could not be had although a token was given. */
final class RecordTrouble {
  private RecordTrouble() {}

  static CheckStep step(QuantumException trouble, Identity identity) {
    if (trouble.kind() == Kind.REJECTED) {
      return failed(
          "there is no such workspace",
          "copy the resource id from its overview page",
          Commands.showWorkspace(identity),
          "resource_id");
    }
    if (trouble.httpStatus() == 401) {
      return failed(
          "the subscription does not belong to the tenant that issued the token",
          "give the tenant of the subscription",
          Commands.showTenant(identity),
          "tenant_id");
    }
    return trouble.kind() == Kind.DENIED
        ? failed(
            "the identity may not read the workspace, or the workspace does not exist",
            "check the resource id, then see data_role",
            Commands.showWorkspace(identity),
            "resource_id")
        : CheckStep.unknown(
            Name.WORKSPACE,
            "Azure did not say whether the workspace exists",
            "try again in a few minutes");
  }

  private static CheckStep failed(String message, String advice, String command, String field) {
    return new CheckStep(Name.WORKSPACE, Outcome.FAILED, message, advice, command, field);
  }
}
