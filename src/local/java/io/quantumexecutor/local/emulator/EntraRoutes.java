package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.local.emulator.EmulatorPrincipals.Secret;
import io.quantumexecutor.local.emulator.EmulatorPrincipals.ServicePrincipal;
import io.quantumexecutor.local.emulator.Tokens.AccessToken;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The token endpoint of Microsoft Entra ID, version 2, for client credentials; errors as listed in
 * the Microsoft identity platform documentation, "AADSTS error codes".
 */
final class EntraRoutes {
  private final EmulatorPrincipals principals;
  private final Tokens tokens;
  private final InstantSource clock;

  EntraRoutes(EmulatorPrincipals principals, Tokens tokens, InstantSource clock) {
    this.principals = principals;
    this.tokens = tokens;
    this.clock = clock;
  }

  EmulatorResponse token(EmulatorRequest request) {
    String tenant = request.path().split("/", -1)[1];
    Map<String, String> form = request.form();
    String clientId = form.getOrDefault("client_id", "");
    if (!form.getOrDefault("grant_type", "").equals("client_credentials")) {
      return refusal(400, "unsupported_grant_type", 70003, "The grant type is not supported.");
    }
    if (!principals.hasTenant(tenant)) {
      return refusal(400, "invalid_request", 90002, "Tenant '%s' not found.".formatted(tenant));
    }
    Optional<ServicePrincipal> application =
        principals.application(clientId).filter(each -> each.tenantId().equals(tenant));
    if (application.isEmpty()) {
      return refusal(
          400,
          "unauthorized_client",
          700016,
          "Application with identifier '%s' was not found in the directory '%s'."
              .formatted(clientId, tenant));
    }
    return answer(application.get(), form);
  }

  private EmulatorResponse answer(ServicePrincipal application, Map<String, String> form) {
    if (!application.clientSecret().equals(form.get("client_secret"))) {
      return refusal(401, "invalid_client", 7000215, "Invalid client secret provided.");
    }
    if (application.secret() == Secret.EXPIRED) {
      return refusal(
          401,
          "invalid_client",
          7000222,
          "The provided client secret keys for app '%s' are expired."
              .formatted(application.clientId()));
    }
    AccessToken token = tokens.issue(resource(form), application.clientId());
    return EmulatorResponse.ok(
        EmulatorJson.object()
            .put("token_type", "Bearer")
            .put("expires_in", tokens.lifetimeSeconds())
            .put("ext_expires_in", tokens.lifetimeSeconds())
            .put("access_token", token.value()));
  }

  /** Clients ask for OpenID Connect's own scopes beside that of the resource. */
  private static String resource(Map<String, String> form) {
    return Arrays.stream(form.getOrDefault("scope", "").split(" "))
        .filter(scope -> scope.endsWith("/.default"))
        .findFirst()
        .orElse("");
  }

  private EmulatorResponse refusal(int status, String error, int code, String description) {
    ObjectNode body =
        EmulatorJson.object()
            .put("error", error)
            .put("error_description", "AADSTS%d: %s".formatted(code, description));
    body.putArray("error_codes").add(code);
    body.put("timestamp", clock.instant().toString());
    return EmulatorResponse.json(status, body);
  }
}
