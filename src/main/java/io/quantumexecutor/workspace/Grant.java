package io.quantumexecutor.workspace;

import io.quantumexecutor.job.JobId;
import java.util.Optional;
import java.util.function.Function;

/**
 * The right to run jobs in a workspace under an identity.
 *
 * @param partition the identity key: what is cached and stored for this right goes by it
 * @param seal makes of a job's id what must be kept with that job to use the right later, sealed;
 *     empty when nothing need be kept
 */
public record Grant(String partition, Function<JobId, Optional<byte[]>> seal) {

  /** The right of our own identity: nothing is kept with the job. */
  public static Grant ofOurs(String partition) {
    return new Grant(partition, id -> Optional.empty());
  }
}
