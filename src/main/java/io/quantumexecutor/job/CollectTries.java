package io.quantumexecutor.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it went to collect a job's result so far, when it did not simply go well.
 *
 * @param tries tries that failed with this code, one after the other
 * @param begun large answers whose decoding was begun, and of whose end nothing is known: each may
 *     have ended the process
 * @param since since when it does not go well
 * @param until before this time nobody tries again
 * @param code stable word for the reason
 * @param reason one sentence for people, without secrets
 */
public record CollectTries(
    int tries, int begun, Instant since, Instant until, String code, String reason) {
  private static final String UNEXPLAINED = "decoding";

  /** A large answer is decoded from now on; should that end the process, it shows. */
  public static CollectTries begun(@Nullable CollectTries before, Instant now, Instant until) {
    int earlier = before == null ? 0 : before.begun;
    return new CollectTries(
        before == null ? 0 : before.tries,
        earlier + 1,
        before == null ? now : before.since,
        until,
        UNEXPLAINED,
        earlier == 0 ? "its result is being decoded" : "decoding its result ended the process");
  }

  /** One more try failed, for a reason that is known. */
  public static CollectTries failed(
      @Nullable CollectTries before, Instant now, Instant until, String code, String reason) {
    return new CollectTries(
        triesWith(before, code) + 1,
        before == null ? 0 : before.begun,
        before == null ? now : before.since,
        until,
        code,
        reason);
  }

  /** How many tries in a row failed with a code. */
  public static int triesWith(@Nullable CollectTries before, String code) {
    return before != null && before.code.equals(code) ? before.tries : 0;
  }

  /** Whether somebody may be decoding the answer, unless the process has ended. */
  public boolean isBeingDecoded(Instant now) {
    return code.equals(UNEXPLAINED) && isResting(now);
  }

  public boolean isResting(Instant now) {
    return now.isBefore(until);
  }
}
