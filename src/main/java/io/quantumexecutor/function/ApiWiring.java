package io.quantumexecutor.function;

import io.quantumexecutor.api.AcceptDrop;
import io.quantumexecutor.api.AcceptJobApi;
import io.quantumexecutor.api.AcceptanceGate;
import io.quantumexecutor.api.ActiveJobRoom;
import io.quantumexecutor.api.Admission;
import io.quantumexecutor.api.BackendsApi;
import io.quantumexecutor.api.Callers;
import io.quantumexecutor.api.DropReader;
import io.quantumexecutor.api.HandleQueueMessage;
import io.quantumexecutor.api.HealthApi;
import io.quantumexecutor.api.JobApi;
import io.quantumexecutor.api.LongPoll;
import io.quantumexecutor.api.PreflightApi;
import io.quantumexecutor.api.RateLimit;
import io.quantumexecutor.api.RetryApi;
import io.quantumexecutor.api.WorkspaceApi;
import io.quantumexecutor.api.request.ApiPolicy;
import io.quantumexecutor.api.request.Fingerprints;
import io.quantumexecutor.api.request.RequestBody;
import io.quantumexecutor.identity.Connections;
import io.quantumexecutor.identity.WorkspaceDoctor;
import io.quantumexecutor.job.Callbacks;
import io.quantumexecutor.lifecycle.accept.AcceptJob;
import io.quantumexecutor.lifecycle.accept.CheckSubmission;
import io.quantumexecutor.lifecycle.accept.ListBackends;
import io.quantumexecutor.lifecycle.accept.Preflight;
import io.quantumexecutor.quantum.Pause;
import io.quantumexecutor.storage.StorageClients;
import io.quantumexecutor.target.Targets;
import io.quantumexecutor.workspace.WorkspaceAccess;
import java.time.InstantSource;

/** Builds what answers requests and takes drops, over the use cases. */
final class ApiWiring {
  private final Settings settings;
  private final StorageClients storage;
  private final Targets targets;
  private final LifecycleWiring lifecycle;
  private final InstantSource clock;
  private final ApiPolicy policy;
  private final Callers callers;
  private final Admission admission;
  private final WorkspaceAccess access;
  private final CheckSubmission check;
  private final AcceptJob accept;
  private final ActiveJobRoom room;
  private final Fingerprints fingerprints;

  ApiWiring(
      Settings settings,
      StorageClients storage,
      Connections workspaces,
      Callbacks callbacks,
      Targets targets,
      LifecycleWiring lifecycle,
      InstantSource clock) {
    this.settings = settings;
    this.storage = storage;
    this.targets = targets;
    this.lifecycle = lifecycle;
    this.clock = clock;
    this.policy =
        new ApiPolicy(
            settings.limits().maxBodyBytes(),
            settings.limits().holdHours(),
            workspaces.integrationPartition(),
            callbacks);
    this.callers = new Callers(settings.owners().callers());
    this.admission =
        new Admission(
            callers,
            new RateLimit(settings.owners().requestsPerMinute(), clock),
            new RequestBody(policy.maxBodyBytes()));
    this.access = new WorkspaceDoctor(settings.access().policy(), workspaces, clock);
    this.check = new CheckSubmission(targets, lifecycle.translation(), access);
    this.accept = lifecycle.accept();
    this.room = new ActiveJobRoom(storage.ownerCounts(), settings.owners().activeJobs(), clock);
    this.fingerprints = new Fingerprints(settings.hmacKey().bytes());
  }

  JobApi jobs() {
    AcceptanceGate gate = new AcceptanceGate(callers, room);
    return new JobApi(
        new AcceptJobApi(gate, check, access, accept, fingerprints, lifecycle.work(), policy),
        new RetryApi(
            gate, check, access, accept, fingerprints, policy.callbacks(), lifecycle.work()),
        new LongPoll(lifecycle.read(), Pause.real()::pause, clock),
        lifecycle.cancel(),
        lifecycle.change(),
        lifecycle.delete(),
        admission);
  }

  PreflightApi preflight() {
    return new PreflightApi(
        check, access, new Preflight(targets), policy, lifecycle.work(), admission);
  }

  BackendsApi backends() {
    return new BackendsApi(new ListBackends(targets), access, clock, admission);
  }

  WorkspaceApi workspaces() {
    return new WorkspaceApi(access, lifecycle.work(), admission);
  }

  HealthApi health() {
    return new HealthApi(storage.activeJobs(), targets, clock);
  }

  HandleQueueMessage messages() {
    DropReader reader = new DropReader(check, access, fingerprints, lifecycle.work(), policy);
    AcceptDrop.DropPolicy drops =
        new AcceptDrop.DropPolicy(settings.limits().dropOwner(), policy.partition());
    return new HandleQueueMessage(
        lifecycle.dispatch(),
        lifecycle.poison(),
        new AcceptDrop(reader, accept, lifecycle.queue(), room, drops));
  }
}
