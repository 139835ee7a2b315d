package io.quantumexecutor.local.emulator;

import io.quantumexecutor.local.emulator.EmulatorSettings.Credentials;
import io.quantumexecutor.local.emulator.Tokens.Token;

/** Where clients get their tokens. */
final class TokenRoutes {
  private static final String MANAGED_IDENTITY = "managed-identity";

  private final Credentials credentials;
  private final Tokens tokens;

  TokenRoutes(Credentials credentials, Tokens tokens) {
    this.credentials = credentials;
    this.tokens = tokens;
  }

  /**
   * The managed identity endpoint of App Service and Functions, version 2019-08-01 (Azure App
   * Service documentation, "How to use managed identities").
   */
  EmulatorResponse managedIdentity(EmulatorRequest request) {
    String resource = request.query().get("resource");
    if (request
        .header("X-IDENTITY-HEADER")
        .filter(credentials.identityHeader()::equals)
        .isEmpty()) {
      return EmulatorResponse.json(
          401,
          Json.object().put("statusCode", 401).put("message", "X-IDENTITY-HEADER is not right."));
    }
    if (resource == null) {
      return EmulatorResponse.json(
          400, Json.object().put("statusCode", 400).put("message", "resource is missing."));
    }
    Token token = tokens.issue(resource, MANAGED_IDENTITY);
    return EmulatorResponse.ok(
        Json.object()
            .put("access_token", token.value())
            .put("expires_on", Long.toString(token.expires().getEpochSecond()))
            .put("resource", resource)
            .put("token_type", "Bearer")
            .put("client_id", MANAGED_IDENTITY));
  }
}
