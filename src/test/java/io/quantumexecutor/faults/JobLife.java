package io.quantumexecutor.faults;

import io.quantumexecutor.job.JobId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The life of a job at the provider.
 *
 * @param stopped when it was cancelled; null if it was not
 */
record JobLife(
    JobId id,
    Instant created,
    Instant starts,
    Instant ends,
    JobFate fate,
    @Nullable Instant stopped) {
  JobLife stoppedAt(Instant now) {
    return new JobLife(id, created, starts, ends, fate, now);
  }

  boolean isOver(Instant now) {
    return stopped != null || !now.isBefore(ends);
  }

  /** Whether it can only end well, unless somebody cancels it. */
  boolean endsWell() {
    return switch (fate) {
      case SUCCEEDS,
          SUCCEEDS_BEFORE_ITS_OUTPUT_IS_THERE,
          SAYS_A_NEW_WORD_ON_THE_WAY,
          SEEMS_TO_GO_BACK ->
          true;
      case FAILS, FAILS_WITH_OUTPUT, ANSWERS_NONSENSE, NEVER_STORES_ITS_OUTPUT, IS_FORGOTTEN ->
          false;
    };
  }

  /** What the provider calls its state before its end. */
  String wordOnTheWay(Instant now) {
    if (now.isBefore(starts)) {
      return "Waiting";
    }
    return switch (fate) {
      case SAYS_A_NEW_WORD_ON_THE_WAY -> "Recalibrating";
      case SEEMS_TO_GO_BACK -> now.getEpochSecond() % 2 == 0 ? "Executing" : "Waiting";
      default -> "Executing";
    };
  }
}
