package io.quantumexecutor.faults;

import io.quantumexecutor.api.AcceptDrop;
import io.quantumexecutor.api.AcceptanceChecks;
import io.quantumexecutor.api.AcceptanceGate;
import io.quantumexecutor.api.CallerPolicy;
import io.quantumexecutor.api.Callers;
import io.quantumexecutor.api.SubmitSteps;
import io.quantumexecutor.api.request.ApiPolicy;
import io.quantumexecutor.api.request.Fingerprints;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.job.Callbacks;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobIds;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.PollRange;
import io.quantumexecutor.job.TraceContext;
import io.quantumexecutor.lifecycle.Backoff;
import io.quantumexecutor.lifecycle.JobPorts;
import io.quantumexecutor.lifecycle.JobTiming;
import io.quantumexecutor.lifecycle.Notices;
import io.quantumexecutor.lifecycle.UseCases;
import io.quantumexecutor.lifecycle.accept.CheckSubmission;
import io.quantumexecutor.lifecycle.keep.JobChange;
import io.quantumexecutor.lifecycle.keep.ReadJobs;
import io.quantumexecutor.quantum.ProviderCatalogue;
import io.quantumexecutor.storage.StorageAccount;
import io.quantumexecutor.storage.StorageClients;
import io.quantumexecutor.target.TargetCatalogue;
import io.quantumexecutor.target.Targets;
import io.quantumexecutor.target.Translation;
import io.quantumexecutor.workspace.QuantumWorkspaces;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** One process of the function app: everything that it forgets when it dies. */
final class Instance {
  private static final Duration BUDGET = Duration.ofMinutes(1);
  static final Owner DROPPER = new Owner("dropper");

  /** Read once: a run makes many instances. */
  private static final TargetCatalogue CATALOGUE = ProviderCatalogue.bundled();

  final UseCases useCases;
  private final AcceptDrop drops;
  private final ReadJobs read;

  Instance(
      StorageAccount storage,
      QuantumWorkspaces workspaces,
      Callbacks callbacks,
      InstantSource clock,
      RandomGenerator random) {
    StorageClients clients =
        new StorageClients(
            storage, () -> new UUID(random.nextLong(), random.nextLong()).toString());
    JobPorts ports =
        new JobPorts(
            clients.jobs(),
            clients.activeJobs(),
            clients.expiring(),
            clients.payloads(),
            clients.dispatchQueue(new TraceContext()),
            clients.pollQueue(),
            workspaces,
            new Notices(clients.events(), callbacks),
            line -> {});
    Targets targets = new Targets(CATALOGUE, workspaces, clock);
    Translation translation = new Translation(targets, CircuitLimits.DEFAULT);
    useCases =
        new UseCases(
            ports,
            translation,
            new JobIds(clock, random),
            new Backoff(random, JobTiming.DEFAULT),
            clock);
    read = new ReadJobs(ports);
    drops =
        new AcceptDrop(
            new SubmitSteps(
                new AcceptanceChecks(
                    new CheckSubmission(targets, translation), new OpenAccess(targets.status())),
                useCases.accept(),
                new Fingerprints(new byte[32]),
                new AcceptanceGate(
                    new Callers(CallerPolicy.SINGLE_OWNER), clients.ownerCounts(), 1_000, clock)),
            ports.queue(),
            new AcceptDrop.DropPolicy(
                DROPPER,
                new ApiPolicy(100_000, 168, workspaces.integrationPartition(), callbacks)));
  }

  boolean hasEnded(JobKey key) {
    return read.find(key).map(Job::isFinal).orElse(false);
  }

  /** Gives a job another name and makes it urgent. */
  void rename(JobKey key) {
    useCases.change().change(key, new JobChange(true, "renamed", null, "High"));
  }

  /** What the queue triggers do with a message. */
  void handle(SimulatedQueues.Message message) {
    Optional<JobKey> job = AcceptDrop.jobNamedBy(message.text());
    if (message.queue().startsWith("quantum-polls")) {
      PollRange.parse(message.text()).ifPresent(range -> useCases.poll().range(range, BUDGET));
    } else if (job.isEmpty()) {
      drops.acceptOrPutBack(message.text(), message.id());
    } else if (message.queue().endsWith("-poison")) {
      useCases.poison().handle(job.get());
    } else {
      useCases.dispatch().dispatch(job.get());
    }
  }
}
