package io.quantumexecutor.lifecycle;

import io.quantumexecutor.job.JobIds;
import io.quantumexecutor.lifecycle.accept.AcceptJob;
import io.quantumexecutor.lifecycle.cancel.CancelJob;
import io.quantumexecutor.lifecycle.cancel.CancelSteps;
import io.quantumexecutor.lifecycle.collect.CollectResult;
import io.quantumexecutor.lifecycle.collect.DeliverEvents;
import io.quantumexecutor.lifecycle.collect.EndJob;
import io.quantumexecutor.lifecycle.collect.ResultDocuments;
import io.quantumexecutor.lifecycle.dispatch.DispatchJob;
import io.quantumexecutor.lifecycle.dispatch.HandlePoisonMessage;
import io.quantumexecutor.lifecycle.dispatch.RecordSubmitted;
import io.quantumexecutor.lifecycle.dispatch.SubmitToProvider;
import io.quantumexecutor.lifecycle.keep.ChangeJob;
import io.quantumexecutor.lifecycle.keep.DeleteJob;
import io.quantumexecutor.lifecycle.keep.ExpireJobs;
import io.quantumexecutor.lifecycle.watch.CheckProviderStatus;
import io.quantumexecutor.lifecycle.watch.HandleDueJob;
import io.quantumexecutor.lifecycle.watch.PollJobs;
import io.quantumexecutor.lifecycle.watch.SweepPartition;
import io.quantumexecutor.lifecycle.watch.WatchJob;
import io.quantumexecutor.target.Translation;
import java.time.InstantSource;

/** The use cases, put together from what they need of the world. */
public final class UseCases {
  private final AcceptJob accept;
  private final DispatchJob dispatch;
  private final CancelJob cancel;
  private final PollJobs poll;
  private final HandlePoisonMessage poison;
  private final DeleteJob delete;
  private final ChangeJob change;

  /**
   * Puts them together.
   *
   * @param delays how long to wait before trying again
   * @param clock the only source of time
   */
  public UseCases(
      JobPorts ports, Translation translation, JobIds ids, Backoff delays, InstantSource clock) {
    WatchJob watch = new WatchJob(ports.active(), clock);
    DeliverEvents announce = new DeliverEvents(ports, clock);
    EndJob end = new EndJob(ports, announce, delays, clock);
    JobSteps steps = new JobSteps(watch, end, announce, delays, clock);
    CollectResult collect = new CollectResult(ports, new ResultDocuments(translation), steps);
    CancelSteps cancelSteps = new CancelSteps(ports, collect, steps);
    RecordSubmitted record = new RecordSubmitted(ports, cancelSteps, steps);
    SubmitToProvider attempt = new SubmitToProvider(ports, translation, record, steps);
    accept = new AcceptJob(ports, ids, steps);
    dispatch = new DispatchJob(ports, attempt, cancelSteps, steps);
    cancel = new CancelJob(ports, cancelSteps, steps);
    delete = new DeleteJob(ports, announce, clock);
    change = new ChangeJob(ports, clock);
    HandleDueJob dueRow = new HandleDueJob(ports, cancelSteps, delete, steps);
    SweepPartition sweep =
        new SweepPartition(ports, new CheckProviderStatus(ports, collect, steps), steps);
    ExpireJobs expire = new ExpireJobs(ports, delete, clock);
    poll = new PollJobs(ports.active(), dueRow, sweep, expire, clock);
    poison = new HandlePoisonMessage(ports, record, steps);
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
}
