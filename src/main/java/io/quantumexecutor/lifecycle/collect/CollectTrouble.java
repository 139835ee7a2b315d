package io.quantumexecutor.lifecycle.collect;

import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.lifecycle.Backoff;
import io.quantumexecutor.workspace.QuantumException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a result could not be collected.
 *
 * @param code stable word for the reason
 * @param reason one sentence for people, without secrets
 * @param isOurs whether another try is likely to fail in the same way
 * @param retryAfter how long we were asked to wait, null if nobody did
 * @param isOfOthersToo whether other jobs may have the trouble as well
 */
record CollectTrouble(
    String code,
    String reason,
    boolean isOurs,
    @Nullable Duration retryAfter,
    boolean isOfOthersToo) {

  /** What an exception, or an error that concerns one job, means. */
  static CollectTrouble of(Throwable thrown) {
    if (thrown instanceof QuantumException azure) {
      return new CollectTrouble(
          azure.code(),
          azure.getMessage(),
          azure.code().equals(QuantumException.ANSWER_TOO_LARGE),
          azure.retryAfter().orElse(null),
          azure.kind() == QuantumException.Kind.TRY_LATER);
    }
    if (thrown instanceof StorageTroubleException) {
      return new CollectTrouble(
          "storage-trouble", "storage did not answer as it should", false, null, true);
    }
    if (thrown instanceof StackOverflowError) {
      return new CollectTrouble(
          "nested-too-deeply", "the answer is nested too deeply", true, null, false);
    }
    // Its message may quote the answer.
    String name = thrown.getClass().getSimpleName();
    return new CollectTrouble("internal-error", "an error of ours, " + name, true, null, false);
  }

  /** How long to wait: as asked, else our own time. */
  Duration wait(Duration own) {
    Duration asked = Optional.ofNullable(retryAfter).orElse(own);
    return asked.compareTo(Backoff.MAX_HOLD_DELAY) > 0 ? Backoff.MAX_HOLD_DELAY : asked;
  }
}
