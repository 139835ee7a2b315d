package io.quantumexecutor.job;

import java.time.Instant;

/**
 * Port: how many unfinished jobs each owner has, as it was counted last. All methods may throw
 * {@link StorageTroubleException}.
 */
public interface OwnerCounts {
  /** The last count; 0 for an owner who had none. */
  Count active(Owner owner);

  /**
   * Counts anew; writes only what changed.
   *
   * @param now when the counting began
   */
  void recount(Instant now);

  /**
   * A count.
   *
   * @param at when the number was seen first: what was accepted before is in it
   */
  record Count(int jobs, Instant at) {}
}
