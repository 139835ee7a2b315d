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

  /** What came of asking once. */
  sealed interface Reading<T> {
    /** When the workspace was asked. */
    Instant at();

    /** Until when nobody asks again. */
    Instant until();

    /** What it said; empty if there was trouble. */
    Optional<T> said();

    /**
     * What it said.
     *
     * @throws QuantumException if there was trouble
     */
    T orThrow();
  }

  private record Answer<T>(Instant at, T answer) implements Reading<T> {
    @Override
    public Instant until() {
      return at.plus(FRESH);
    }

    @Override
    public Optional<T> said() {
      return Optional.of(answer);
    }

    @Override
    public T orThrow() {
      return answer;
    }
  }

  /** The parts of the exception that whoever asks now gets anew. */
  record Trouble<T>(
      Instant at,
      QuantumException.Kind kind,
      int httpStatus,
      String code,
      String message,
      Optional<Duration> retryAfter)
      implements Reading<T> {
    @Override
    public Instant until() {
      return at.plus(AFTER_TROUBLE);
    }

    @Override
    public Optional<T> said() {
      return Optional.empty();
    }

    @Override
    public T orThrow() {
      throw new QuantumException(kind, httpStatus, code, message, retryAfter.orElse(null));
    }
  }

  Reading<T> now() {
    Reading<T> known = last;
    return known != null && clock.instant().isBefore(known.until()) ? known : renewed();
  }

  /** Whoever waited here finds the reading of the one that asked. */
  private synchronized Reading<T> renewed() {
    Reading<T> known = last;
    Instant now = clock.instant();
    if (known != null && now.isBefore(known.until())) {
      return known;
    }
    Reading<T> next;
    try {
      next = new Answer<>(now, source.get());
    } catch (QuantumException e) {
      next = new Trouble<>(now, e.kind(), e.httpStatus(), e.code(), e.getMessage(), e.retryAfter());
    }
    last = next;
    return next;
  }
}
