package io.quantumexecutor.lifecycle.dispatch;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.lifecycle.BusyException;
import io.quantumexecutor.target.RefusedException;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumWorkspace;
import io.quantumexecutor.workspace.QuantumWorkspace.ProviderJob;
import io.quantumexecutor.workspace.QuantumWorkspaces;
import java.util.Optional;

/**
 * One attempt to bring a claimed job to the provider. From the second attempt on, and after every
 * answer that leaves it open whether the job was created, the provider is asked first and what is
 * there is adopted.
 */
public final class SubmitToProvider {
  static final String ADOPTED = "found at the provider";

  private final QuantumWorkspaces workspaces;
  private final CreateAtProvider create;
  private final RecordSubmitted record;
  private final HoldJob hold;

  public SubmitToProvider(
      QuantumWorkspaces workspaces, CreateAtProvider create, RecordSubmitted record, HoldJob hold) {
    this.workspaces = workspaces;
    this.create = create;
    this.record = record;
    this.hold = hold;
  }

  /**
   * Makes the attempt and stores what came of it.
   *
   * @throws StorageTroubleException if that could not be stored
   */
  DispatchOutcome submit(Job job, ActiveJob row) {
    try {
      QuantumWorkspace workspace = workspaces.open(row.partition(), job.key());
      Optional<ProviderJob> there =
          job.progress().attempt() > 1 ? workspace.find(job.key().id()) : Optional.empty();
      return there.isPresent()
          ? record.record(job, row, there.get().status(), ADOPTED)
          : create.uploadAndCreate(job, row, workspace);
    } catch (RefusedException e) {
      return hold.fail(job, new Failure(e.code(), e.getMessage(), e.problems()));
    } catch (BusyException e) {
      return hold.hold(job, row, "busy", e.getMessage());
    } catch (QuantumException e) {
      return hold.afterTrouble(job, row, e);
    } catch (StorageTroubleException e) {
      return hold.hold(job, row, "storage-trouble", e.getMessage());
    }
  }
}
