package io.quantumexecutor.faults;

import io.quantumexecutor.api.AcceptDrop;
import io.quantumexecutor.api.ActiveJobRoom;
import io.quantumexecutor.api.DropReader;
import io.quantumexecutor.api.HandleQueueMessage;
import io.quantumexecutor.api.request.ApiPolicy;
import io.quantumexecutor.api.request.Fingerprints;
import io.quantumexecutor.function.LifecycleWiring;
import io.quantumexecutor.job.Callbacks;
import io.quantumexecutor.job.DispatchQueue;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.QueueMessage;
import io.quantumexecutor.job.TraceContext;
import io.quantumexecutor.lifecycle.JobTiming;
import io.quantumexecutor.lifecycle.WorkLedger;
import io.quantumexecutor.lifecycle.accept.CheckSubmission;
import io.quantumexecutor.lifecycle.keep.JobChange;
import io.quantumexecutor.storage.StorageAccount;
import io.quantumexecutor.storage.StorageClients;
import io.quantumexecutor.target.Targets;
import io.quantumexecutor.target.Translation;
import io.quantumexecutor.workspace.QuantumWorkspaces;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** One process of the function app: everything that it forgets when it dies. */
final class Instance {
  static final Owner DROPPER = new Owner("dropper");

  static final WorkLedger WORK = new WorkLedger(1L << 40, Duration.ZERO);

  final LifecycleWiring useCases;
  private final HandleQueueMessage messages;

  Instance(
      Release release,
      StorageAccount storage,
      QuantumWorkspaces workspaces,
      Callbacks callbacks,
      InstantSource clock,
      RandomGenerator random) {
    StorageClients clients =
        new StorageClients(
            storage, () -> new UUID(random.nextLong(), random.nextLong()).toString(), line -> {});
    DispatchQueue queue = clients.dispatchQueue(new TraceContext());
    Targets targets = new Targets(release.catalogue(), workspaces, clock);
    Translation translation = release.translation(targets);
    useCases =
        new LifecycleWiring(
            clients,
            queue,
            workspaces,
            callbacks,
            translation,
            line -> {},
            JobTiming.DEFAULT,
            WORK,
            random,
            clock);
    OpenAccess access = new OpenAccess(targets.status());
    AcceptDrop drops =
        new AcceptDrop(
            new DropReader(
                new CheckSubmission(targets, translation, access),
                access,
                new Fingerprints(new byte[32]),
                WORK,
                new ApiPolicy(100_000, 168, workspaces.integrationPartition(), callbacks)),
            useCases.accept(),
            queue,
            new ActiveJobRoom(clients.ownerCounts(), 1_000_000, clock),
            new AcceptDrop.DropPolicy(DROPPER, workspaces.integrationPartition()));
    messages = new HandleQueueMessage(useCases.dispatch(), useCases.poison(), drops);
  }

  boolean hasEnded(JobKey key) {
    return useCases.read().find(key).map(Job::isFinal).orElse(false);
  }

  /** Gives a job another name and makes it urgent. */
  void rename(JobKey key) {
    useCases.change().change(key, new JobChange(true, "renamed", null, "High"));
  }

  /** What the queue triggers do with a message. */
  void handle(SimulatedQueues.Message message) {
    QueueMessage read = QueueMessage.parse(message.text(), message.id());
    if (message.queue().endsWith("-poison")) {
      messages.bury(read);
    } else {
      messages.handle(read);
    }
  }
}
