package io.quantumexecutor.lifecycle;

import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobIds;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobOrigin;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.job.JobSummary;
import io.quantumexecutor.job.Payloads;
import io.quantumexecutor.lifecycle.dispatch.PrepareInput;
import io.quantumexecutor.target.SentInput;
import io.quantumexecutor.target.SentInputFile;
import io.quantumexecutor.target.Translation;
import io.quantumexecutor.workspace.FakeWorkspace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes jobs that the provider has by writing them straight into storage. */
final class WatchedJobs {
  private static final Instant FAR = Instant.parse("2030-01-01T00:00:00Z");

  private final JobFixture fixture;
  private final JobIds ids;
  private final byte[] input;

  WatchedJobs(JobFixture fixture) {
    this.fixture = fixture;
    this.ids = new JobIds(fixture.clock, new Random(99));
    this.input = input();
  }

  /** The input of a Bell program as it is stored before it is sent. */
  private byte[] input() {
    Translation translation = new Translation(fixture.targets, CircuitLimits.DEFAULT);
    Job job = Job.accepted(new JobKey(JobFixture.OWNER, ids.next()), summary());
    return SentInputFile.write(
        new PrepareInput(fixture.ports.payloads(), translation, fixture.work)
            .made(job, JobFixture.BELL_SUBMISSION));
  }

  /** The same with other bytes in place of its own. */
  byte[] inputOf(String bytes) {
    SentInput.Meaning meaning = SentInputFile.read(input).meaning();
    return SentInputFile.write(new SentInput(meaning, bytes.getBytes(StandardCharsets.UTF_8)));
  }

  List<Job> make(int count) {
    return IntStream.range(0, count).mapToObj(i -> make()).toList();
  }

  private Job make() {
    Job job = Job.accepted(new JobKey(JobFixture.OWNER, ids.next()), summary());
    JobStore jobs = fixture.ports.jobs();
    Job stored =
        ((JobStore.Acceptance.Stored) jobs.accept(job, JobFixture.BELL_SUBMISSION, null)).job();
    jobs.update(stored.submitted(fixture.clock.instant(), "Waiting", "test"));
    fixture.ports.payloads().write(job.key(), Payloads.Part.SUBMITTED, input);
    fixture
        .ports
        .activeJobs()
        .add(ActiveJob.accepted(FakeWorkspace.PARTITION, job.key(), FAR).watched(FAR));
    fixture.workspace.set(job.key().id(), "Waiting");
    fixture.clock.advance(Duration.ofMillis(10));
    return job;
  }

  private JobSummary summary() {
    return new JobSummary(
        fixture.clock.instant(),
        "bell",
        List.of(),
        null,
        "ionq.simulator",
        100,
        FAR,
        FakeWorkspace.PARTITION,
        JobOrigin.PLAIN);
  }
}
