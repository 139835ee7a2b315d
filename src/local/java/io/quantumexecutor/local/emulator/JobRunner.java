package io.quantumexecutor.local.emulator;

import io.quantumexecutor.local.emulator.EmulatorFaults.Firing;
import io.quantumexecutor.local.emulator.EmulatorSettings.Behaviour;
import io.quantumexecutor.local.emulator.ProgramRunner.Output;
import io.quantumexecutor.local.emulator.ProgramRunner.ReceivedJob;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Executes each job once, off the threads that answer requests, and stores its output. */
final class JobRunner implements AutoCloseable {
  private final Behaviour behaviour;
  private final JobBlobs blobs;
  private final EmulatorFaults faults;
  private final ProgramRunner programs = new ProgramRunner();
  private final ExecutorService executor;

  JobRunner(Behaviour behaviour, JobBlobs blobs, EmulatorFaults faults) {
    this.behaviour = behaviour;
    this.blobs = blobs;
    this.faults = faults;
    this.executor =
        Executors.newFixedThreadPool(
            2,
            task -> {
              Thread thread = new Thread(task, "emulated-job");
              thread.setDaemon(true);
              return thread;
            });
  }

  void start(EmulatedJob job) {
    var unused =
        CompletableFuture.supplyAsync(() -> execute(job), executor)
            .exceptionally(
                cause ->
                    failed(
                        new JobFailure(
                            "InternalError",
                            "An internal error occurred. Please retry the request.",
                            cause)))
            .thenAccept(job.run()::complete);
  }

  /** A cancelled job has no output, whatever was computed ahead of the clock. */
  void discard(EmulatedJob job) {
    var unused =
        job.run()
            .thenAcceptAsync(outcome -> blobs.delete(uri(job, outcome.outputBlob())), executor);
  }

  private JobOutcome execute(EmulatedJob job) {
    try {
      Output output = programs.run(receivedJob(job));
      if (!job.cancelRequested()) {
        store(job, output);
      }
      return new JobOutcome(Optional.empty(), output.blob(), output.consumed(), now());
    } catch (JobFailure e) {
      return failed(e);
    }
  }

  private ReceivedJob receivedJob(EmulatedJob job) {
    JobDefinition definition = job.definition();
    String input =
        blobs
            .read(definition.uris().inputDataUri())
            .orElseThrow(
                () -> new JobFailure("InputDataNotFound", "The input data was not found."));
    EmulatedTarget target = EmulatedTargets.find(definition.target()).orElseThrow();
    long seed = behaviour.seed() * 31 + job.id().hashCode();
    return new ReceivedJob(target, definition.formats(), definition.inputParams(), input, seed);
  }

  private void store(EmulatedJob job, Output output) {
    Optional<InjectedFault.Action> fault = faults.next(Route.OUTPUT, job.id()).map(Firing::action);
    Runnable write =
        () -> blobs.write(uri(job, output.blob()), output.content(), output.contentType());
    if (fault.isEmpty()) {
      write.run();
    } else if (fault.get() instanceof InjectedFault.OutputTruncated) {
      String half = output.content().substring(0, output.content().length() / 2);
      blobs.write(uri(job, output.blob()), half, output.contentType());
    } else if (fault.get() instanceof InjectedFault.OutputLate late) {
      long ahead = Duration.between(now(), job.plannedEnd()).toMillis();
      long millis = Math.max(ahead, 0) + late.millis();
      CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, executor).execute(write);
    } else if (!(fault.get() instanceof InjectedFault.OutputMissing)) {
      throw new IllegalStateException("no fault of an output " + fault.get().getClass());
    }
  }

  private JobOutcome failed(JobFailure failure) {
    String blob =
        failure.code().startsWith("CannotTranslate")
            ? ProgramRunner.TRANSLATED
            : ProgramRunner.PASSED_THROUGH;
    return new JobOutcome(Optional.of(failure), blob, Map.of(), now());
  }

  private String uri(EmulatedJob job, String blob) {
    return blobs.outputUri(job.definition().uris(), blob);
  }

  private Instant now() {
    return behaviour.life().clock().instant();
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
