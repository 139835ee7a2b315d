package io.quantumexecutor.lifecycle.dispatch;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.job.JobSummary;
import io.quantumexecutor.job.StaleException;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.job.WhenUnavailable;
import io.quantumexecutor.lifecycle.JobTiming;
import io.quantumexecutor.target.RefusedException;
import io.quantumexecutor.target.SentInput;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumWorkspace;
import io.quantumexecutor.workspace.QuantumWorkspace.NewProviderJob;
import io.quantumexecutor.workspace.QuantumWorkspace.ProviderJob;
import io.quantumexecutor.workspace.QuantumWorkspace.UploadedInput;
import java.time.InstantSource;

/**
 * Prepares and uploads the input of a claimed job, then creates the job at the provider while the
 * claim lasts.
 */
public final class CreateAtProvider {
  private final JobStore jobs;
  private final PrepareInput prepare;
  private final RecordSubmitted record;
  private final HoldJob hold;
  private final JobTiming timing;
  private final InstantSource clock;

  public CreateAtProvider(
      JobStore jobs,
      PrepareInput prepare,
      RecordSubmitted record,
      HoldJob hold,
      JobTiming timing,
      InstantSource clock) {
    this.jobs = jobs;
    this.prepare = prepare;
    this.record = record;
    this.hold = hold;
    this.timing = timing;
    this.clock = clock;
  }

  DispatchOutcome uploadAndCreate(Job job, ActiveJob row, QuantumWorkspace workspace) {
    JobId id = job.key().id();
    Submission submission =
        jobs.submission(job.key())
            .orElseThrow(() -> new StaleException("the submission of job " + id));
    SentInput input = prepare.prepare(job, submission);
    UploadedInput uploaded =
        workspace.upload(id, input.bytes(), input.meaning().format().contentType());
    if (!job.isClaimed(clock.instant().plus(timing.margin()))) {
      return hold.hold(job, row, "claim-ran-out", "uploading the input took too long");
    }
    try {
      return create(job, row, workspace, request(job, input.meaning(), uploaded));
    } catch (QuantumException e) {
      throw isUnwantedWait(submission, e) ? rejected(submission) : e;
    }
  }

  private static boolean isUnwantedWait(Submission submission, QuantumException trouble) {
    return trouble.code().equals("TargetUnavailable")
        && trouble.kind() == QuantumException.Kind.TRY_LATER
        && submission.options().whenUnavailable() == WhenUnavailable.REJECT;
  }

  private static RefusedException rejected(Submission submission) {
    return RefusedException.of(
        "target-unavailable",
        "/when_unavailable",
        submission.target() + " is unavailable, and \"when_unavailable\" is \"reject\"");
  }

  private DispatchOutcome create(
      Job job, ActiveJob row, QuantumWorkspace workspace, NewProviderJob request) {
    try {
      ProviderJob created = workspace.create(request);
      return record.record(job, row, created.status(), "submitted to " + request.target());
    } catch (QuantumException e) {
      if (e.kind() != QuantumException.Kind.UNCERTAIN) {
        throw e;
      }
      ProviderJob there = workspace.find(request.id()).orElseThrow(() -> e);
      return record.record(job, row, there.status(), SubmitToProvider.ADOPTED);
    }
  }

  private static NewProviderJob request(Job job, SentInput.Meaning input, UploadedInput uploaded) {
    JobId id = job.key().id();
    JobSummary summary = job.summary();
    return new NewProviderJob(
        id,
        summary.name() == null ? "job-" + id : summary.name(),
        input.provider(),
        input.target(),
        input.format(),
        input.inputParams(),
        summary.priority(),
        summary.tags(),
        uploaded);
  }
}
