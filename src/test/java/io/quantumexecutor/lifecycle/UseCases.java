package io.quantumexecutor.lifecycle;

import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.Callbacks;
import io.quantumexecutor.job.DispatchQueue;
import io.quantumexecutor.job.ExpiringRows;
import io.quantumexecutor.job.JobIds;
import io.quantumexecutor.job.JobLog;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.job.Payloads;
import io.quantumexecutor.lifecycle.accept.AcceptJob;
import io.quantumexecutor.lifecycle.accept.StoreJob;
import io.quantumexecutor.lifecycle.cancel.CancelJob;
import io.quantumexecutor.lifecycle.cancel.CancelSteps;
import io.quantumexecutor.lifecycle.collect.CallReceiver;
import io.quantumexecutor.lifecycle.collect.CollectResult;
import io.quantumexecutor.lifecycle.collect.DeliverEvents;
import io.quantumexecutor.lifecycle.collect.EndJob;
import io.quantumexecutor.lifecycle.collect.ResultDocuments;
import io.quantumexecutor.lifecycle.dispatch.ClaimJob;
import io.quantumexecutor.lifecycle.dispatch.CreateAtProvider;
import io.quantumexecutor.lifecycle.dispatch.DispatchJob;
import io.quantumexecutor.lifecycle.dispatch.HandlePoisonMessage;
import io.quantumexecutor.lifecycle.dispatch.HoldJob;
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
 * The use cases of one instance over any storage, workspaces and callbacks: the composition that
 * all tests share. Production has its own, in package {@code function}.
 */
public final class UseCases {
  private static final JobTiming TIMING = JobTiming.DEFAULT;

  private final AcceptJob accept;
  private final DispatchJob dispatch;
  private final CancelJob cancel;
  private final PollJobs poll;
  private final HandlePoisonMessage poison;
  private final DeleteJob delete;
  private final ChangeJob change;
  private final ReadJobs read;

  public UseCases(
      StorageClients storage,
      DispatchQueue queue,
      QuantumWorkspaces workspaces,
      Callbacks callbacks,
      JobLog log,
      Translation translation,
      RandomGenerator random,
      InstantSource clock) {
    JobStore jobs = storage.jobs();
    ActiveJobs active = storage.activeJobs();
    ExpiringRows expiring = storage.expiring();
    Payloads payloads = storage.payloads();
    Backoff delays = new Backoff(random, TIMING);
    DeliverEvents events = new DeliverEvents(jobs, storage.events(), clock);
    CallReceiver receiver = new CallReceiver(active, queue, callbacks, events, log, delays, clock);
    EndJob end = new EndJob(jobs, active, expiring, events, receiver, log, TIMING);
    ResultDocuments documents = new ResultDocuments(translation);
    CollectResult collect =
        new CollectResult(jobs, active, payloads, workspaces, documents, end, clock);
    CancelSteps cancelSteps = new CancelSteps(jobs, active, workspaces, collect, end, clock);
    WatchJob watch = new WatchJob(active, clock);
    RecordSubmitted record = new RecordSubmitted(jobs, workspaces, cancelSteps, watch, log, clock);
    HoldJob hold = new HoldJob(active, end, log, delays, clock);
    CreateAtProvider create =
        new CreateAtProvider(jobs, payloads, translation, record, hold, TIMING, clock);
    SubmitToProvider submit = new SubmitToProvider(workspaces, create, record, hold);
    ClaimJob claim = new ClaimJob(jobs, active, submit, TIMING, clock);
    RestoreRow rows = new RestoreRow(active, clock);
    StoreJob store = new StoreJob(jobs, active, log, TIMING, clock);
    accept = new AcceptJob(jobs, store, queue, end, new JobIds(clock, random), clock);
    dispatch = new DispatchJob(jobs, rows, events, claim, watch, cancelSteps, end);
    cancel = new CancelJob(jobs, active, cancelSteps, end, events, log, clock);
    delete = new DeleteJob(jobs, active, expiring, payloads, events, clock);
    change = new ChangeJob(jobs, workspaces, clock);
    read = new ReadJobs(jobs, active, payloads);
    poison = new HandlePoisonMessage(jobs, active, workspaces, record, end, log, clock);
    ResumeJob resume = new ResumeJob(active, queue, events, cancelSteps, watch, delays, clock);
    RemoveOrphan orphans = new RemoveOrphan(jobs, active, expiring, TIMING, clock);
    CheckProviderStatus look = new CheckProviderStatus(jobs, active, collect, events, log, clock);
    poll =
        new PollJobs(
            active,
            new HandleDueJob(jobs, resume, end, delete, orphans),
            new SweepPartition(active, workspaces, look, delays, clock),
            new ExpireJobs(jobs, expiring, delete, clock),
            clock);
  }

  public AcceptJob accept() {
    return accept;
  }

  public DispatchJob dispatch() {
    return dispatch;
  }

  public CancelJob cancel() {
    return cancel;
  }

  public PollJobs poll() {
    return poll;
  }

  public HandlePoisonMessage poison() {
    return poison;
  }

  public DeleteJob delete() {
    return delete;
  }

  public ChangeJob change() {
    return change;
  }

  public ReadJobs read() {
    return read;
  }
}
