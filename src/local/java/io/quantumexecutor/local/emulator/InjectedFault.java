package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fault to be injected.
 *
 * @param route where
 * @param jobId only for this job (or session); null for any
 * @param occurrence from which matching call on, 1 for the first
 * @param times how many matching calls from there on fail
 */
public record InjectedFault(
    Route route, @Nullable String jobId, int occurrence, int times, Action action) {
  public InjectedFault {
    occurrence = Math.max(occurrence, 1);
    times = Math.max(times, 1);
  }

  /** For the first call of a route. */
  public static InjectedFault first(Route route, Action action) {
    return new InjectedFault(route, null, 1, 1, action);
  }

  /** For every call of a route that is about one job. */
  public static InjectedFault always(Route route, String jobId, Action action) {
    return new InjectedFault(route, jobId, 1, Integer.MAX_VALUE, action);
  }

  boolean matches(Route otherRoute, String otherId) {
    return route == otherRoute && (jobId == null || jobId.equalsIgnoreCase(otherId));
  }

  /** What goes wrong; in JSON an object whose field {@code do} names it. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = AnswerBefore.class, name = "answer_before"),
    @JsonSubTypes.Type(value = AnswerAfter.class, name = "answer_after"),
    @JsonSubTypes.Type(value = TargetUnavailable.class, name = "target_unavailable"),
    @JsonSubTypes.Type(value = ResetBefore.class, name = "reset_before"),
    @JsonSubTypes.Type(value = ResetAfter.class, name = "reset_after"),
    @JsonSubTypes.Type(value = Delay.class, name = "delay"),
    @JsonSubTypes.Type(value = Truncate.class, name = "truncate"),
    @JsonSubTypes.Type(value = Malformed.class, name = "malformed"),
    @JsonSubTypes.Type(value = ShowStatus.class, name = "show_status"),
    @JsonSubTypes.Type(value = ExpiredSas.class, name = "expired_sas"),
    @JsonSubTypes.Type(value = Forget.class, name = "forget"),
    @JsonSubTypes.Type(value = OutputMissing.class, name = "output_missing"),
    @JsonSubTypes.Type(value = OutputTruncated.class, name = "output_truncated"),
    @JsonSubTypes.Type(value = OutputLate.class, name = "output_late")
  })
  public sealed interface Action {}

  /** Answers without doing anything. */
  public record AnswerBefore(int status, Map<String, String> headers, String body)
      implements Action {
    public AnswerBefore {
      headers = headers == null ? Map.of() : Map.copyOf(headers);
      body = body == null ? "" : body;
    }
  }

  /** Does what was asked and then answers something else. */
  public record AnswerAfter(int status, Map<String, String> headers, String body)
      implements Action {
    public AnswerAfter {
      headers = headers == null ? Map.of() : Map.copyOf(headers);
      body = body == null ? "" : body;
    }
  }

  /** Refuses with the service's own answer for a target that is down. */
  public record TargetUnavailable() implements Action {}

  /** Closes the connection without doing anything. */
  public record ResetBefore() implements Action {}

  /** Does what was asked and closes the connection without an answer. */
  public record ResetAfter() implements Action {}

  /** Answers rightly, but late. */
  public record Delay(long millis) implements Action {}

  /** Closes the connection after half of the body. */
  public record Truncate() implements Action {}

  /** Answers the right status with a body that is no JSON. */
  public record Malformed() implements Action {}

  /**
   * Shows these status words instead of the real ones, one a call, the last one again and again.
   */
  public record ShowStatus(List<String> words) implements Action {
    public ShowStatus {
      if (words.isEmpty()) {
        throw new IllegalArgumentException("show_status needs at least one word");
      }
      words = List.copyOf(words);
    }
  }

  /** Answers with an output URI whose signature has run out. */
  public record ExpiredSas() implements Action {}

  /** Loses the job before answering: unknown from here on. */
  public record Forget() implements Action {}

  /** On {@link Route#OUTPUT}: the output blob is never written. */
  public record OutputMissing() implements Action {}

  /** On {@link Route#OUTPUT}: half of the output is written. */
  public record OutputTruncated() implements Action {}

  /** On {@link Route#OUTPUT}: the blob appears this long after the job is shown as finished. */
  public record OutputLate(long millis) implements Action {}
}
