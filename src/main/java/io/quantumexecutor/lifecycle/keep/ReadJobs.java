package io.quantumexecutor.lifecycle.keep;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.CollectTries;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.job.JobStore.JobPage;
import io.quantumexecutor.job.JobStore.JobQuery;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.Payloads;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.lifecycle.WorkCost;
import io.quantumexecutor.lifecycle.WorkLedger;
import io.quantumexecutor.lifecycle.collect.ResultDocuments;
import io.quantumexecutor.target.SentInput;
import io.quantumexecutor.target.SentInputFile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be read of jobs. */
public final class ReadJobs {
  private final JobStore jobs;
  private final ActiveJobs active;
  private final Payloads payloads;
  private final WorkLedger work;

  public ReadJobs(JobStore jobs, ActiveJobs active, Payloads payloads, WorkLedger work) {
    this.jobs = jobs;
    this.active = active;
    this.payloads = payloads;
    this.work = work;
  }

  /** A job with the reason why it waits with us, for being submitted or collected, if it does. */
  public record Detail(Job job, ActiveJob.@Nullable Hold hold) {}

  public Optional<Job> find(JobKey key) {
    return jobs.find(key);
  }

  /** The active row is read only for a job that may wait. */
  public Optional<Detail> detail(JobKey key) {
    return find(key).map(job -> new Detail(job, job.isFinal() ? null : hold(job)));
  }

  private ActiveJob.@Nullable Hold hold(Job job) {
    return active
        .find(job.summary().partition(), job.key().id())
        .map(row -> job.isSubmitted() ? whyNotCollected(row) : row.hold())
        .orElse(null);
  }

  private static ActiveJob.@Nullable Hold whyNotCollected(ActiveJob row) {
    CollectTries tries = row.collecting();
    return tries == null
        ? null
        : new ActiveJob.Hold(
            tries.since(), tries.until(), tries.tries(), tries.code(), tries.reason());
  }

  public Optional<Submission> submission(JobKey key) {
    return jobs.submission(key);
  }

  public JobPage list(Owner owner, JobQuery query) {
    return jobs.list(owner, query);
  }

  /** Everybody's jobs: owner by owner, each newest first. */
  public JobPage listAll(JobQuery query) {
    return jobs.listAll(query);
  }

  public Optional<byte[]> part(JobKey key, Payloads.Part part) {
    return payloads.read(key, part);
  }

  /** The input as it was sent, with what it means; empty before it was made. */
  public Optional<SentInput> sent(JobKey key) {
    return part(key, Payloads.Part.SUBMITTED).map(SentInputFile::read);
  }

  /** The result as comma-separated values (RFC 4180), UTF-8. */
  public Optional<byte[]> csv(JobKey key) {
    return part(key, Payloads.Part.RESULT)
        .map(
            result ->
                work.within(WorkCost.ofResult(result.length), () -> ResultDocuments.csv(result)))
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  /** The result as Classiq's SDK reads it: JSON, UTF-8. It is made once. */
  public Optional<byte[]> executionDetails(JobKey key) {
    return part(key, Payloads.Part.CLASSIQ).or(() -> firstExecutionDetails(key));
  }

  private Optional<byte[]> firstExecutionDetails(JobKey key) {
    Optional<byte[]> made =
        part(key, Payloads.Part.RESULT)
            .flatMap(document -> sent(key).map(sent -> executionDetails(key, document, sent)));
    made.ifPresent(details -> payloads.write(key, Payloads.Part.CLASSIQ, details));
    if (made.isPresent() && jobs.find(key).isEmpty()) {
      payloads.delete(key); // the job was deleted meanwhile
    }
    return made;
  }

  private byte[] executionDetails(JobKey key, byte[] document, SentInput sent) {
    byte[] raw = part(key, Payloads.Part.RAW).orElse(new byte[0]);
    return work.within(
        WorkCost.ofResult(document.length) + WorkCost.ofResult(raw.length),
        () -> ResultDocuments.executionDetails(document, raw, sent));
  }
}
