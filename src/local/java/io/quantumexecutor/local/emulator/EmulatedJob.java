package io.quantumexecutor.local.emulator;

import io.quantumexecutor.local.emulator.EmulatorSettings.Behaviour;
import io.quantumexecutor.local.emulator.EmulatorSettings.JobLife;
import io.quantumexecutor.local.emulator.JobDefinition.JobLabels;
import io.quantumexecutor.local.emulator.JobState.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One job. Its state is worked out from the clock whenever somebody asks. */
final class EmulatedJob {
  private final String id;
  private final JobDefinition definition;
  private final JobLife life;
  private final Instant created;
  private final CompletableFuture<JobOutcome> run = new CompletableFuture<>();
  private JobLabels labels;
  private Instant relabelled;
  private Optional<Instant> cancelRequested = Optional.empty();

  EmulatedJob(String id, JobDefinition definition, JobLife life) {
    this.id = id;
    this.definition = definition;
    this.life = life;
    this.created = life.clock().instant();
    this.labels = definition.labels();
    this.relabelled = created;
  }

  /** A job that is not executed: over from the start, or waiting for ever. */
  static EmulatedJob stocked(String id, boolean finished, Behaviour behaviour) {
    JobLife usual = behaviour.life();
    Duration wait = finished ? Duration.ZERO : Duration.ofDays(3650);
    JobLife life = new JobLife(usual.clock(), wait, Duration.ZERO, usual.cancelling());
    JobDefinition definition =
        JobDefinition.read(
            EmulatorJson.object()
                .put("name", "stocked")
                .put("containerUri", "https://storage.invalid/job-" + id)
                .put("providerId", "ionq")
                .put("target", "ionq.simulator"));
    EmulatedJob job = new EmulatedJob(id, definition, life);
    JobFailure stopped = new JobFailure("Stocked", "The job was never executed.");
    job.run.complete(
        new JobOutcome(Optional.of(stopped), "rawOutputData", Map.of(), usual.clock().instant()));
    return job;
  }

  String id() {
    return id;
  }

  JobDefinition definition() {
    return definition;
  }

  /** Completed by whoever executes the job. */
  CompletableFuture<JobOutcome> run() {
    return run;
  }

  /** When the job is over if its execution takes no longer than the settings say. */
  Instant plannedEnd() {
    return created.plus(life.queued()).plus(life.executing()).plus(life.finishing());
  }

  synchronized JobLabels labels() {
    return labels;
  }

  synchronized void relabel(JobLabels value) {
    labels = value;
    relabelled = life.clock().instant();
  }

  /** Asks for cancellation; false when the job was final already. */
  boolean cancel() {
    return cancel(life.clock().instant());
  }

  /** Asks for cancellation as of an instant; false when the job was final by then. */
  synchronized boolean cancel(Instant requested) {
    JobState state = state();
    if (state.phase().isFinal() && !state.times().ended().orElseThrow().isAfter(requested)) {
      return false;
    }
    if (cancelRequested.isEmpty()) {
      cancelRequested = Optional.of(requested);
    }
    return true;
  }

  synchronized boolean cancelRequested() {
    return cancelRequested.isPresent();
  }

  synchronized JobState state() {
    Instant now = life.clock().instant();
    Instant begin = created.plus(life.queued());
    if (cancelRequested.isPresent()) {
      return cancelled(now, begin, cancelRequested.get());
    }
    if (now.isBefore(begin)) {
      return state(JobPhase.WAITING, Optional.empty(), Optional.empty());
    }
    if (now.isBefore(begin.plus(life.executing())) || !run.isDone()) {
      return state(JobPhase.EXECUTING, Optional.of(begin), Optional.empty());
    }
    if (now.isBefore(plannedEnd())) {
      return state(JobPhase.FINISHING, Optional.of(begin), Optional.empty());
    }
    JobOutcome outcome = run.join();
    JobPhase phase = outcome.failure().isPresent() ? JobPhase.FAILED : JobPhase.SUCCEEDED;
    return state(phase, Optional.of(begin), Optional.of(outcome));
  }

  private JobState cancelled(Instant now, Instant begin, Instant requested) {
    Optional<Instant> begun = requested.isBefore(begin) ? Optional.empty() : Optional.of(begin);
    Instant done = requested.plus(life.cancelling());
    if (now.isBefore(done)) {
      Timestamps times = times(begun, Optional.empty(), Optional.empty(), requested);
      return new JobState(JobPhase.CANCELLING, times, Optional.empty());
    }
    Timestamps times = times(begun, Optional.of(done), Optional.of(done), done);
    return new JobState(JobPhase.CANCELLED, times, Optional.empty());
  }

  private JobState state(JobPhase phase, Optional<Instant> begun, Optional<JobOutcome> outcome) {
    Optional<Instant> ended = outcome.map(it -> later(plannedEnd(), it.finished()));
    Instant changed = ended.or(() -> begun).orElse(created);
    return new JobState(phase, times(begun, ended, Optional.empty(), changed), outcome);
  }

  private Timestamps times(
      Optional<Instant> begun,
      Optional<Instant> ended,
      Optional<Instant> cancelled,
      Instant changed) {
    return new Timestamps(created, begun, ended, cancelled, later(changed, relabelled));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
