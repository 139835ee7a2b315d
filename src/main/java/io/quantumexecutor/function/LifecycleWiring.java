package io.quantumexecutor.function;

import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.Callbacks;
import io.quantumexecutor.job.DispatchQueue;
import io.quantumexecutor.job.JobIds;
import io.quantumexecutor.job.JobLog;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.lifecycle.Backoff;
import io.quantumexecutor.lifecycle.JobTiming;
import io.quantumexecutor.lifecycle.WorkLedger;
import io.quantumexecutor.lifecycle.accept.AcceptJob;
import io.quantumexecutor.lifecycle.accept.StoreJob;
import io.quantumexecutor.lifecycle.cancel.CancelJob;
import io.quantumexecutor.lifecycle.cancel.CancelSteps;
import io.quantumexecutor.lifecycle.collect.CallReceiver;
import io.quantumexecutor.lifecycle.collect.CollectAttempts;
import io.quantumexecutor.lifecycle.collect.CollectResult;
import io.quantumexecutor.lifecycle.collect.DeliverEvents;
import io.quantumexecutor.lifecycle.collect.EndJob;
import io.quantumexecutor.lifecycle.dispatch.ClaimJob;
import io.quantumexecutor.lifecycle.dispatch.CreateAtProvider;
import io.quantumexecutor.lifecycle.dispatch.DispatchJob;
import io.quantumexecutor.lifecycle.dispatch.HandlePoisonMessage;
import io.quantumexecutor.lifecycle.dispatch.HoldJob;
import io.quantumexecutor.lifecycle.dispatch.PrepareInput;
import io.quantumexecutor.lifecycle.dispatch.RecordSubmitted;
import io.quantumexecutor.lifecycle.dispatch.RestoreRow;
import io.quantumexecutor.lifecycle.dispatch.SubmitToProvider;
import io.quantumexecutor.lifecycle.keep.ChangeJob;
import io.quantumexecutor.lifecycle.keep.DeleteJob;
import io.quantumexecutor.lifecycle.keep.ExpireJobs;
import io.quantumexecutor.lifecycle.keep.ReadJobs;
import io.quantumexecutor.lifecycle.watch.CheckProviderStatus;
import io.quantumexecutor.lifecycle.watch.HandleDueJob;
import io.quantumexecutor.lifecycle.watch.PollJobs;
import io.quantumexecutor.lifecycle.watch.RemoveOrphan;
import io.quantumexecutor.lifecycle.watch.ResumeJob;
import io.quantumexecutor.lifecycle.watch.SweepPartition;
import io.quantumexecutor.lifecycle.watch.WatchJob;
import io.quantumexecutor.storage.StorageClients;
import io.quantumexecutor.target.Translation;
import io.quantumexecutor.workspace.QuantumWorkspaces;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Builds the use cases, stage by stage, for the triggers and for the tests. What they share has no
 * state and is made wherever it is used, but for what remembers earlier sweeps or decodes large
 * answers.
 */
public final class LifecycleWiring {
  private final JobStore jobs;
  private final ActiveJobs active;
  private final StorageClients storage;
  private final DispatchQueue queue;
  private final QuantumWorkspaces workspaces;
  private final Callbacks callbacks;
  private final Translation translation;
  private final JobLog log;
  private final JobTiming timing;
  private final WorkLedger work;
  private final JobIds ids;
  private final Backoff backoff;
  private final WatchJob watch;
  private final CollectAttempts attempts;
  private final InstantSource clock;
  private final SweepPartition sweep;

  public LifecycleWiring(
      StorageClients storage,
      DispatchQueue queue,
      QuantumWorkspaces workspaces,
      Callbacks callbacks,
      Translation translation,
      JobLog log,
      JobTiming timing,
      WorkLedger work,
      RandomGenerator random,
      InstantSource clock) {
    this.storage = storage;
    this.jobs = storage.jobs();
    this.active = storage.activeJobs();
    this.queue = queue;
    this.workspaces = workspaces;
    this.callbacks = callbacks;
    this.translation = translation;
    this.log = log;
    this.timing = timing;
    this.work = work;
    this.ids = new JobIds(clock, random);
    this.backoff = new Backoff(random, timing);
    this.watch = new WatchJob(active, clock);
    this.attempts = new CollectAttempts(active, log, backoff, work, clock);
    this.clock = clock;
    this.sweep = sweep();
  }

  Translation translation() {
    return translation;
  }

  /** The heap that all heavy work shares. */
  WorkLedger work() {
    return work;
  }

  /** Where the messages of jobs go. */
  DispatchQueue queue() {
    return queue;
  }

  public AcceptJob accept() {
    StoreJob store = new StoreJob(jobs, active, log, timing, clock);
    return new AcceptJob(jobs, store, queue, end(), ids, clock);
  }

  public DispatchJob dispatch() {
    CreateAtProvider create =
        new CreateAtProvider(
            jobs,
            new PrepareInput(storage.payloads(), translation, work),
            record(),
            hold(),
            timing,
            clock);
    SubmitToProvider submit = new SubmitToProvider(workspaces, create, record(), hold());
    return new DispatchJob(
        jobs,
        new RestoreRow(active, clock),
        events(),
        new ClaimJob(jobs, active, submit, timing, clock),
        watch,
        cancelSteps(),
        end());
  }

  public HandlePoisonMessage poison() {
    return new HandlePoisonMessage(jobs, active, workspaces, record(), end(), log, clock);
  }

  public PollJobs poll() {
    return new PollJobs(active, dueJobs(), sweep, expire(), clock);
  }

  public CancelJob cancel() {
    return new CancelJob(jobs, active, cancelSteps(), end(), events(), log, clock);
  }

  public ReadJobs read() {
    return new ReadJobs(jobs, active, storage.payloads(), work);
  }

  public ChangeJob change() {
    return new ChangeJob(jobs, workspaces, clock);
  }

  public DeleteJob delete() {
    return new DeleteJob(jobs, active, storage.expiring(), storage.payloads(), events(), clock);
  }

  private RecordSubmitted record() {
    return new RecordSubmitted(jobs, workspaces, cancelSteps(), watch, log, clock);
  }

  private HoldJob hold() {
    return new HoldJob(active, end(), log, backoff, clock);
  }

  private HandleDueJob dueJobs() {
    ResumeJob resume = new ResumeJob(active, queue, events(), cancelSteps(), watch, backoff, clock);
    RemoveOrphan orphans = new RemoveOrphan(jobs, active, storage.expiring(), timing, clock);
    return new HandleDueJob(jobs, resume, end(), delete(), orphans);
  }

  private SweepPartition sweep() {
    CheckProviderStatus look =
        new CheckProviderStatus(jobs, active, collect(), events(), log, clock);
    return new SweepPartition(active, workspaces, look, backoff, clock);
  }

  private ExpireJobs expire() {
    return new ExpireJobs(jobs, storage.expiring(), delete(), clock);
  }

  private CollectResult collect() {
    return new CollectResult(active, storage.payloads(), workspaces, attempts, end(), clock);
  }

  private CancelSteps cancelSteps() {
    return new CancelSteps(jobs, active, workspaces, collect(), end(), clock);
  }

  private EndJob end() {
    CallReceiver receiver =
        new CallReceiver(active, queue, callbacks, events(), log, backoff, clock);
    return new EndJob(jobs, active, storage.expiring(), events(), receiver, log, timing);
  }

  private DeliverEvents events() {
    return new DeliverEvents(jobs, storage.events(), clock);
  }
}
