package io.quantumexecutor.workspace;

import io.quantumexecutor.job.JobKey;

/** Port: the workspaces that jobs run in. */
public interface QuantumWorkspaces {
  /** The identity key of the configured workspace reached by our managed identity. */
  String integrationPartition();

  /**
   * The workspace of a partition.
   *
   * @param anyJob a job of that partition, from whose records its credentials can be taken
   * @throws QuantumException of kind REJECTED if they cannot be had any more: the job can never be
   *     reached again
   */
  QuantumWorkspace open(String partition, JobKey anyJob);

  /** The configured workspace. */
  QuantumWorkspace integration();
}
