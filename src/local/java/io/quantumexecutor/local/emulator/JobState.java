package io.quantumexecutor.local.emulator;

import java.time.Instant;
import java.util.Optional;

/**
 * What a job looks like at one instant.
 *
 * @param outcome present once the execution is over and shown
 */
record JobState(JobPhase phase, Timestamps times, Optional<JobOutcome> outcome) {
  record Timestamps(
      Instant created,
      Optional<Instant> begun,
      Optional<Instant> ended,
      Optional<Instant> cancelled,
      Instant modified) {}
}
