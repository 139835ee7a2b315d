package io.quantumexecutor.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job came into a state.
 *
 * @param providerStatus the provider's own word at that time, null if it had none
 */
public record StatusChange(JobStatus status, @Nullable String providerStatus, Instant at) {
  private static final int MAX_WORD = 200;

  /** A word that is no word is cut: all changes of a job must fit into one column. */
  public StatusChange {
    if (providerStatus != null && providerStatus.length() > MAX_WORD) {
      providerStatus = providerStatus.substring(0, MAX_WORD);
    }
  }

  /**
   * Its place among the events of its job, from 1 to 4. States only move forward, so the state
   * alone decides it, and whoever tells of a change again uses the same number.
   */
  int sequence() {
    return switch (status) {
      case QUEUED -> 1;
      case RUNNING -> 2;
      case CANCELLING -> 3;
      case COMPLETED, FAILED, CANCELLED -> 4;
    };
  }
}
