package io.quantumexecutor.local.emulator;

import io.quantumexecutor.local.emulator.Tokens.AccessToken;

/** Where a process in Azure gets the tokens of its managed identity. */
final class IdentityRoutes {
  private final String identityHeader;
  private final Tokens tokens;

  IdentityRoutes(String identityHeader, Tokens tokens) {
    this.identityHeader = identityHeader;
    this.tokens = tokens;
  }

  /**
   * The managed identity endpoint of App Service and Functions, version 2019-08-01 (Azure App
   * Service documentation, "How to use managed identities").
   */
  EmulatorResponse token(EmulatorRequest request) {
    String resource = request.query().get("resource");
    if (request.header("X-IDENTITY-HEADER").filter(identityHeader::equals).isEmpty()) {
      return EmulatorResponse.json(
          401,
          EmulatorJson.object()
              .put("statusCode", 401)
              .put("message", "X-IDENTITY-HEADER is not right."));
    }
    if (resource == null) {
      return EmulatorResponse.json(
          400, EmulatorJson.object().put("statusCode", 400).put("message", "resource is missing."));
    }
    AccessToken token = tokens.issue(resource, EmulatorPrincipals.MANAGED_IDENTITY);
    return EmulatorResponse.ok(
        EmulatorJson.object()
            .put("access_token", token.value())
            .put("expires_on", Long.toString(token.expires().getEpochSecond()))
            .put("resource", resource)
            .put("token_type", "Bearer")
            .put("client_id", EmulatorPrincipals.MANAGED_IDENTITY));
  }
}
