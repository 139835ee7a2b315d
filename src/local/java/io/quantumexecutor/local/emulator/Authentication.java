package io.quantumexecutor.local.emulator;

import io.quantumexecutor.local.emulator.EmulatorJournal.Credential;
import io.quantumexecutor.local.emulator.EmulatorSettings.Credentials;
import java.util.Map;
import java.util.Optional;

/** Decides whether a request may be answered at all. */
final class Authentication {
  private static final String API_KEY = "x-ms-quantum-api-key";
  private static final String AUTHORIZATION = "Authorization";
  private static final String BEARER = "Bearer ";

  private final Credentials credentials;
  private final Tokens tokens;

  Authentication(Credentials credentials, Tokens tokens) {
    this.credentials = credentials;
    this.tokens = tokens;
  }

  /** The service's refusal of a request whose credential is missing or wrong. */
  Optional<EmulatorResponse> refusal(EmulatorRequest request, Route route) {
    return switch (route.door()) {
      case WORKSPACE ->
          hasKey(request) || hasToken(request, Tokens.QUANTUM)
              ? Optional.empty()
              : Optional.of(
                  EmulatorResponse.text(
                      401, Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\""), ""));
      case RESOURCE_MANAGER ->
          hasToken(request, Tokens.MANAGEMENT)
              ? Optional.empty()
              : Optional.of(
                  new ServiceError(401, "AuthenticationFailed", "Authentication failed.")
                      .response());
      case OPEN -> Optional.empty();
    };
  }

  static Credential credential(EmulatorRequest request) {
    if (request.header(AUTHORIZATION).isPresent()) {
      return Credential.BEARER;
    }
    return request.header(API_KEY).isPresent() ? Credential.API_KEY : Credential.NONE;
  }

  private boolean hasKey(EmulatorRequest request) {
    return request.header(API_KEY).filter(credentials.apiKey()::equals).isPresent();
  }

  private boolean hasToken(EmulatorRequest request, String audience) {
    return request
        .header(AUTHORIZATION)
        .filter(value -> value.startsWith(BEARER))
        .flatMap(value -> tokens.valid(value.substring(BEARER.length()), audience))
        .isPresent();
  }
}
