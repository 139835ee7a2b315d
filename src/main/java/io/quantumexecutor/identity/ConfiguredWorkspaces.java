package io.quantumexecutor.identity;

import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.QuantumWorkspace;
import io.quantumexecutor.job.QuantumWorkspaces;

/** The one configured workspace, reached by our managed identity. */
public final class ConfiguredWorkspaces implements QuantumWorkspaces {
  private final String partition;
  private final QuantumWorkspace workspace;

  /**
   * @param partition the identity key of the workspace and our managed identity
   */
  public ConfiguredWorkspaces(String partition, QuantumWorkspace workspace) {
    this.partition = partition;
    this.workspace = workspace;
  }

  @Override
  public String integrationPartition() {
    return partition;
  }

  /**
   * @throws IllegalStateException for the partition of another workspace or identity: then the
   *     settings changed while jobs were unfinished
   */
  @Override
  public QuantumWorkspace open(String asked, JobKey anyJob) {
    if (!asked.equals(partition)) {
      throw new IllegalStateException(
          "job "
              + anyJob.id()
              + " belongs to another workspace or identity than the configured one; configure its"
              + " workspace again until it has ended");
    }
    return workspace;
  }

  @Override
  public QuantumWorkspace integration() {
    return workspace;
  }
}
