package io.quantumexecutor.job;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trace that the work of this thread belongs to (W3C Trace Context, header {@code
 * traceparent}): it goes from a request into the message and from the message to the provider.
 */
public final class TraceContext {
  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  private final ThreadLocal<String> current = new ThreadLocal<>();

  /**
   * Does work within a trace.
   *
   * @param traceparent as it came from outside; what is none is left out
   */
  public <T> T within(@Nullable String traceparent, Supplier<T> work) {
    if (traceparent == null || !TRACEPARENT.matcher(traceparent).matches()) {
      return work.get();
    }
    current.set(traceparent);
    try {
      return work.get();
    } finally {
      current.remove();
    }
  }

  /** The trace of the work under way on this thread. */
  public Optional<String> current() {
    return Optional.ofNullable(current.get());
  }
}
