package io.quantumexecutor.quantum;

import io.quantumexecutor.workspace.QuantumException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * Retries idempotent calls that met trouble of the passing kind: at most twice, and only while the
 * whole stays within 5 s. A service that says when to come back is not asked again before.
 */
final class RetryPolicy {
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMillis(250), Duration.ofMillis(1_000));
  private static final Duration WHOLE = Duration.ofSeconds(5);

  private final InstantSource clock;
  private final Pause pause;

  RetryPolicy(InstantSource clock, Pause pause) {
    this.clock = clock;
    this.pause = pause;
  }

  <T> T call(Supplier<T> call) {
    Instant end = clock.instant().plus(WHOLE);
    for (Duration next : PAUSES) {
      try {
        return call.get();
      } catch (QuantumException trouble) {
        if (!passes(trouble) || clock.instant().plus(next).isAfter(end)) {
          throw trouble;
        }
        pause.pause(next);
      }
    }
    return call.get();
  }

  private static boolean passes(QuantumException trouble) {
    int status = trouble.httpStatus();
    boolean passing =
        TransportFailure.CODES.contains(trouble.code()) || status == 408 || status >= 500;
    return passing && trouble.retryAfter().isEmpty();
  }
}
