package io.quantumexecutor.local.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The bearer tokens handed out. */
final class Tokens {
  static final String QUANTUM = "https://quantum.microsoft.com";
  static final String MANAGEMENT = "https://management.azure.com";
  private static final Duration LIFETIME = Duration.ofHours(1);

  /**
   * A token.
   *
   * @param audience the service it is good for, without trailing slash
   */
  record AccessToken(String value, String audience, String principal, Instant expires) {}

  private final Map<String, AccessToken> issued = new ConcurrentHashMap<>();
  private final AtomicLong counter = new AtomicLong();
  private final InstantSource clock;

  Tokens(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Hands out a token.
   *
   * @param resource a resource or a scope, as the client named it
   */
  AccessToken issue(String resource, String principal) {
    String audience = resource.replaceFirst("/\\.default$", "").replaceFirst("/+$", "");
    String value = "local.%s.%d".formatted(principal, counter.incrementAndGet());
    AccessToken token = new AccessToken(value, audience, principal, clock.instant().plus(LIFETIME));
    issued.put(value, token);
    return token;
  }

  Optional<AccessToken> valid(String value, String audience) {
    return Optional.ofNullable(issued.get(value))
        .filter(token -> token.audience().equals(audience))
        .filter(token -> clock.instant().isBefore(token.expires()));
  }

  long lifetimeSeconds() {
    return LIFETIME.toSeconds();
  }
}
