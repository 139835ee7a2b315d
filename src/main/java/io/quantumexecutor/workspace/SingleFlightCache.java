package io.quantumexecutor.workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a minute what a workspace said. However many ask at once, the workspace is asked by
 * one of them; after trouble it is left alone for some seconds too.
 */
final class SingleFlightCache<T> {
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(10);

  private final Supplier<T> source;
  private final InstantSource clock;
  private volatile @Nullable Reading<T> last;

  SingleFlightCache(Supplier<T> source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  /**
   * What was said.
   *
   * @param at when it was asked
   * @param answer null if there was trouble
   * @param trouble null if there was an answer
   */
  record Reading<T>(Instant at, @Nullable T answer, @Nullable QuantumException trouble) {
    Optional<T> said() {
      return Optional.ofNullable(answer);
    }

    /**
     * @throws QuantumException if there was trouble
     */
    T orThrow() {
      if (answer == null) {
        throw trouble == null ? new IllegalStateException("an empty reading") : trouble;
      }
      return answer;
    }

    private boolean isFresh(Instant now) {
      return now.isBefore(at.plus(trouble == null ? FRESH : AFTER_TROUBLE));
    }
  }

  Reading<T> now() {
    Reading<T> known = last;
    return known != null && known.isFresh(clock.instant()) ? known : renewed();
  }

  /** Whoever waited here finds the reading of the one that asked. */
  private synchronized Reading<T> renewed() {
    Reading<T> known = last;
    Instant now = clock.instant();
    if (known != null && known.isFresh(now)) {
      return known;
    }
    Reading<T> next;
    try {
      next = new Reading<>(now, source.get(), null);
    } catch (QuantumException trouble) {
      next = new Reading<>(now, null, trouble);
    }
    last = next;
    return next;
  }
}
