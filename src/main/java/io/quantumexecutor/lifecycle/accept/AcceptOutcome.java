package io.quantumexecutor.lifecycle.accept;

import io.quantumexecutor.job.Job;

/** What became of a submission. */
public sealed interface AcceptOutcome {
  /** Accepted now, or by the earlier request that this one repeats. */
  record JobAccepted(Job job, boolean replayed) implements AcceptOutcome {}

  /** The idempotency key was used with another body. */
  record KeyReused() implements AcceptOutcome {}

  /** The job that the key made was deleted since. */
  record Deleted() implements AcceptOutcome {}

  /** The request was too slow and nothing was kept: it must be made again. */
  record TooSlow() implements AcceptOutcome {}
}
