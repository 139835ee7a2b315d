package io.quantumexecutor.job;

/**
 * Port: how many unfinished jobs each owner has, as it was counted last. All methods may throw
 * {@link StorageTroubleException}.
 */
public interface OwnerCounts {
  /** The last count; 0 for an owner who had none. */
  int active(Owner owner);

  /** Counts anew; writes only what changed. */
  void recount();
}
