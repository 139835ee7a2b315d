package io.quantumexecutor.identity;

import io.quantumexecutor.workspace.CheckStep;
import io.quantumexecutor.workspace.CheckStep.Name;
import io.quantumexecutor.workspace.CheckStep.Outcome;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Says in words why Microsoft Entra gave no token (Microsoft identity platform documentation,
 * "AADSTS error codes").
 */
final class TokenRefusal {
  private static final String ENTRA = "AADSTS";

  private TokenRefusal() {}

  /** Whether the trouble was that no token could be had. */
  static boolean explains(QuantumException trouble) {
    return trouble.code().startsWith(ENTRA) || trouble.code().equals("token-unavailable");
  }

  static CheckStep step(QuantumException trouble, Identity identity) {
    String said = " (" + trouble.code() + ")";
    if (trouble.kind() != Kind.DENIED) {
      return CheckStep.unknown(
          Name.TOKEN, "no token was issued" + said, "try again in a few minutes");
    }
    return switch (trouble.code()) {
      case "AADSTS90002", "AADSTS900023", "AADSTS900021" ->
          failed(
              "there is no such tenant" + said,
              "give the directory (tenant) id of the application's overview page",
              Commands.showTenant(identity),
              "tenant_id");
      case "AADSTS700016", "AADSTS7000229", "AADSTS700038" ->
          failed(
              "the tenant has no application with this id" + said,
              "give the application (client) id, not the object id, and the tenant it is"
                  + " registered in",
              Commands.findApplication(identity),
              "client_id");
      case "AADSTS7000112" ->
          failed(
              "the application is disabled" + said,
              "enable it for sign-in in Microsoft Entra",
              Commands.findApplication(identity),
              "client_id");
      case "AADSTS7000215" ->
          failed(
              "the client secret is wrong" + said,
              "give the secret's value, not its id; if the value is lost, make a new secret",
              Commands.newSecret(identity),
              "client_secret");
      case "AADSTS7000222" ->
          failed(
              "the client secret has expired" + said,
              "make a new one",
              Commands.newSecret(identity),
              "client_secret");
      case "AADSTS500011", "AADSTS650052" ->
          failed(
              "the tenant does not know Azure Quantum" + said,
              "register it in a subscription of the tenant",
              "az provider register --namespace Microsoft.Quantum",
              "tenant_id");
      default -> other(said, identity);
    };
  }

  private static CheckStep other(String said, Identity identity) {
    return identity.secret() == null
        ? failed(
            "this service's managed identity got no token" + said,
            "the operator has to give the function app a managed identity",
            null,
            null)
        : failed(
            "Microsoft Entra refused a token" + said,
            "look the code up at https://login.microsoftonline.com/error",
            null,
            null);
  }

  private static CheckStep failed(
      String message, String advice, @Nullable String command, @Nullable String field) {
    return new CheckStep(Name.TOKEN, Outcome.FAILED, message, advice, command, field);
  }
}
