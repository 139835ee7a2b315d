package io.quantumexecutor.lifecycle.dispatch;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobSummary;
import io.quantumexecutor.job.Payloads;
import io.quantumexecutor.job.StaleException;
import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.job.Submission.WhenUnavailable;
import io.quantumexecutor.lifecycle.JobPorts;
import io.quantumexecutor.lifecycle.JobSteps;
import io.quantumexecutor.lifecycle.dispatch.DispatchJob.Outcome;
import io.quantumexecutor.target.Pricing;
import io.quantumexecutor.target.ProviderInput;
import io.quantumexecutor.target.RefusedException;
import io.quantumexecutor.target.Translation;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumWorkspace;
import io.quantumexecutor.workspace.QuantumWorkspace.NewProviderJob;
import io.quantumexecutor.workspace.QuantumWorkspace.ProviderJob;
import io.quantumexecutor.workspace.QuantumWorkspace.UploadedInput;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One attempt to bring a claimed job to the provider. From the second attempt on, and after every
 * answer that leaves it open whether the job was created, the provider is asked first and what is
 * there is adopted.
 */
public final class SubmitToProvider {
  private static final String ADOPTED = "found at the provider";

  private final JobPorts ports;
  private final Translation translation;
  private final Pricing pricing;
  private final RecordSubmitted record;
  private final HoldJob hold;
  private final Duration margin;
  private final InstantSource clock;

  public SubmitToProvider(
      JobPorts ports, Translation translation, RecordSubmitted record, JobSteps steps) {
    this.ports = ports;
    this.translation = translation;
    this.pricing = new Pricing(translation);
    this.record = record;
    this.hold = new HoldJob(ports, steps);
    this.margin = steps.delays().pace().margin();
    this.clock = steps.clock();
  }

  /**
   * Makes the attempt and stores what came of it.
   *
   * @throws StorageTroubleException if that could not be stored
   */
  Outcome submit(Job job, ActiveJob row) {
    try {
      QuantumWorkspace workspace = ports.workspaces().open(row.partition(), job.key());
      Optional<ProviderJob> there =
          job.progress().attempt() > 1 ? workspace.find(job.key().id()) : Optional.empty();
      return there.isPresent()
          ? record.record(job, row, there.get().status(), ADOPTED)
          : uploadAndCreate(job, row, workspace);
    } catch (RefusedException e) {
      return hold.fail(job, new Failure(e.code(), e.getMessage(), e.problems()));
    } catch (QuantumException e) {
      return hold.afterTrouble(job, row, e);
    } catch (StorageTroubleException e) {
      return hold.hold(job, row, "storage-trouble", e.getMessage());
    }
  }

  private Outcome uploadAndCreate(Job job, ActiveJob row, QuantumWorkspace workspace) {
    JobId id = job.key().id();
    Submission submission =
        ports
            .jobs()
            .submission(job.key())
            .orElseThrow(() -> new StaleException("the submission of job " + id));
    ProviderInput input = translation.translate(submission);
    // A message is accepted without asking the workspace about targets that only it knows.
    Optional<RefusedException> overMaxCost = pricing.refusal(input, submission);
    if (overMaxCost.isPresent()) {
      throw overMaxCost.get();
    }
    byte[] bytes =
        ports.payloads().writeOnce(job.key(), Payloads.Part.SUBMITTED, input.content().bytes());
    UploadedInput uploaded = workspace.upload(id, bytes, input.format().contentType());
    if (!job.isClaimed(clock.instant().plus(margin))) {
      return hold.hold(job, row, "claim-ran-out", "uploading the input took too long");
    }
    try {
      return create(job, row, workspace, request(job, submission, input, uploaded));
    } catch (QuantumException e) {
      throw isUnwantedWait(submission, e) ? rejected(submission) : e;
    }
  }

  private static boolean isUnwantedWait(Submission submission, QuantumException trouble) {
    return trouble.code().equals("TargetUnavailable")
        && trouble.kind() == QuantumException.Kind.TRY_LATER
        && submission.options().terms().whenUnavailable() == WhenUnavailable.REJECT;
  }

  private static RefusedException rejected(Submission submission) {
    return RefusedException.of(
        "target-unavailable",
        "/when_unavailable",
        submission.target() + " is unavailable, and \"when_unavailable\" is \"reject\"");
  }

  private Outcome create(
      Job job, ActiveJob row, QuantumWorkspace workspace, NewProviderJob request) {
    try {
      ProviderJob created = workspace.create(request);
      return record.record(job, row, created.status(), "submitted to " + request.target());
    } catch (QuantumException e) {
      if (e.kind() != QuantumException.Kind.UNCERTAIN) {
        throw e;
      }
      ProviderJob there = workspace.find(request.id()).orElseThrow(() -> e);
      return record.record(job, row, there.status(), ADOPTED);
    }
  }

  private static NewProviderJob request(
      Job job, Submission submission, ProviderInput input, UploadedInput uploaded) {
    JobId id = job.key().id();
    JobSummary summary = job.summary();
    Map<String, Object> inputParams = new TreeMap<>(submission.inputParams());
    inputParams.putAll(input.inputParams());
    return new NewProviderJob(
        id,
        summary.name() == null ? "job-" + id : summary.name(),
        input.target().provider(),
        input.target().name(),
        input.format(),
        inputParams,
        summary.priority(),
        summary.tags(),
        uploaded);
  }
}
