package io.quantumexecutor.local.emulator;

import io.quantumexecutor.local.emulator.EmulatorJournal.Credential;
import io.quantumexecutor.local.emulator.Tokens.AccessToken;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Decides whether a request may be answered at all. */
final class Authentication {
  private static final String API_KEY = "x-ms-quantum-api-key";
  private static final String AUTHORIZATION = "Authorization";
  private static final String BEARER = "Bearer ";

  /** From here on submitting takes a data role (Azure Quantum documentation, access control). */
  private static final Instant DATA_ROLES_COMPULSORY = Instant.parse("2027-01-11T00:00:00Z");

  private final String apiKey;
  private final Tokens tokens;
  private final EmulatorPrincipals principals;
  private final InstantSource clock;

  Authentication(String apiKey, Tokens tokens, EmulatorPrincipals principals, InstantSource clock) {
    this.apiKey = apiKey;
    this.tokens = tokens;
    this.principals = principals;
    this.clock = clock;
  }

  /** The refusal of a request whose credential is missing, wrong or without the right. */
  Optional<EmulatorResponse> refusal(EmulatorRequest request, Route route) {
    return switch (route.requiredCredential()) {
      case WORKSPACE -> workspaceRefusal(request, route);
      case RESOURCE_MANAGER -> managerRefusal(request, route);
      case NONE -> Optional.empty();
    };
  }

  /** The role of whoever sent a request to Azure Resource Manager. */
  Role managerRole(EmulatorRequest request) {
    return token(request, Tokens.MANAGEMENT)
        .map(token -> principals.roleOf(token.principal()))
        .orElse(Role.NONE);
  }

  static Credential credential(EmulatorRequest request) {
    if (request.header(AUTHORIZATION).isPresent()) {
      return Credential.BEARER;
    }
    return request.header(API_KEY).isPresent() ? Credential.API_KEY : Credential.NONE;
  }

  private Optional<EmulatorResponse> workspaceRefusal(EmulatorRequest request, Route route) {
    if (request.header(API_KEY).filter(apiKey::equals).isPresent()) {
      return Optional.empty();
    }
    Optional<AccessToken> token = token(request, Tokens.QUANTUM);
    if (token.isEmpty()) {
      return Optional.of(
          EmulatorResponse.text(
              401, Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\""), ""));
    }
    if (allowed(principals.roleOf(token.get().principal()), request, route)) {
      return Optional.empty();
    }
    return Optional.of(
        new ServiceError(
                403,
                "InsufficientPermissions",
                "There are not enough permissions to perform this operation.")
            .response());
  }

  /** Asking for a signature is not submitting: readers fetch results with one. */
  private boolean allowed(Role role, EmulatorRequest request, Route route) {
    boolean reads = request.method().equals("GET") || route == Route.SAS_URI;
    return switch (role) {
      case NONE -> false;
      case READER -> reads;
      case CONTRIBUTOR -> reads || clock.instant().isBefore(DATA_ROLES_COMPULSORY);
      case DATA_CONTRIBUTOR -> true;
    };
  }

  private Optional<EmulatorResponse> managerRefusal(EmulatorRequest request, Route route) {
    if (token(request, Tokens.MANAGEMENT).isEmpty()) {
      return Optional.of(
          new ServiceError(401, "AuthenticationFailed", "Authentication failed.").response());
    }
    Role role = managerRole(request);
    if (route == Route.ARM_WORKSPACE && role == Role.NONE) {
      return Optional.of(unauthorized("read", request));
    }
    if (route == Route.ARM_KEYS && role != Role.CONTRIBUTOR) {
      return Optional.of(unauthorized("listKeys/action", request));
    }
    return Optional.empty();
  }

  private static EmulatorResponse unauthorized(String action, EmulatorRequest request) {
    return new ServiceError(
            403,
            "AuthorizationFailed",
            "The client does not have authorization to perform action"
                + " 'Microsoft.Quantum/Workspaces/%s' over scope '%s'."
                    .formatted(action, request.path()))
        .response();
  }

  private Optional<AccessToken> token(EmulatorRequest request, String audience) {
    return request
        .header(AUTHORIZATION)
        .filter(value -> value.startsWith(BEARER))
        .flatMap(value -> tokens.valid(value.substring(BEARER.length()), audience));
  }
}
