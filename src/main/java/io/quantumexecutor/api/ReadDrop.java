package io.quantumexecutor.api;

import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.IdempotencyKey;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.lifecycle.accept.RefusedMessage;
import io.quantumexecutor.workspace.Grant;

/**
 * A drop that was read and checked.
 *
 * @param key the sender's, or the message's own mark where there is none
 * @param mark of this message: a refusal is kept under it, and the sender's key stays free for what
 *     is right
 * @param labels what is kept of it if it cannot become a job
 */
record ReadDrop(Verdict verdict, IdempotencyKey key, IdempotencyKey mark, RefusedMessage labels) {
  /** Whether it can become a job. */
  sealed interface Verdict {}

  /** It can, with that right. */
  record Fit(Submission submission, Grant grant) implements Verdict {}

  /** It cannot. */
  record Unfit(Failure why) implements Verdict {}
}
