package io.quantumexecutor.lifecycle;

import io.quantumexecutor.job.JobIds;
import io.quantumexecutor.lifecycle.accept.SubmitJob;
import io.quantumexecutor.lifecycle.cancel.CancelJob;
import io.quantumexecutor.lifecycle.cancel.CancelSteps;
import io.quantumexecutor.lifecycle.collect.Announce;
import io.quantumexecutor.lifecycle.collect.CollectResult;
import io.quantumexecutor.lifecycle.collect.EndJob;
import io.quantumexecutor.lifecycle.collect.ResultDocuments;
import io.quantumexecutor.lifecycle.dispatch.BuryJob;
import io.quantumexecutor.lifecycle.dispatch.DispatchJob;
import io.quantumexecutor.lifecycle.dispatch.RecordSubmitted;
import io.quantumexecutor.lifecycle.dispatch.SubmitAttempt;
import io.quantumexecutor.lifecycle.keep.ChangeJob;
import io.quantumexecutor.lifecycle.keep.DeleteJob;
import io.quantumexecutor.lifecycle.keep.ExpireJobs;
import io.quantumexecutor.lifecycle.watch.DueRow;
import io.quantumexecutor.lifecycle.watch.LookAtJob;
import io.quantumexecutor.lifecycle.watch.PollJobs;
import io.quantumexecutor.lifecycle.watch.SweepPartition;
import io.quantumexecutor.lifecycle.watch.WatchJob;
import io.quantumexecutor.target.Translation;
import java.time.InstantSource;

/** The use cases, put together from what they need of the world. */
public final class UseCases {
  private final SubmitJob submit;
  private final DispatchJob dispatch;
  private final CancelJob cancel;
  private final PollJobs poll;
  private final BuryJob bury;
  private final DeleteJob delete;
  private final ChangeJob change;

  /**
   * Puts them together.
   *
   * @param delays how long to wait before trying again
   * @param clock the only source of time
   */
  public UseCases(
      JobPorts ports, Translation translation, JobIds ids, Delays delays, InstantSource clock) {
    WatchJob watch = new WatchJob(ports.active(), clock);
    Announce announce = new Announce(ports, clock);
    EndJob end = new EndJob(ports, announce, delays, clock);
    JobSteps steps = new JobSteps(watch, end, announce, delays, clock);
    CollectResult collect = new CollectResult(ports, new ResultDocuments(translation), steps);
    CancelSteps cancelSteps = new CancelSteps(ports, collect, steps);
    RecordSubmitted record = new RecordSubmitted(ports, cancelSteps, steps);
    SubmitAttempt attempt = new SubmitAttempt(ports, translation, record, steps);
    submit = new SubmitJob(ports, ids, steps);
    dispatch = new DispatchJob(ports, attempt, cancelSteps, steps);
    cancel = new CancelJob(ports, cancelSteps, steps);
    delete = new DeleteJob(ports, announce, clock);
    change = new ChangeJob(ports, clock);
    DueRow dueRow = new DueRow(ports, cancelSteps, delete, steps);
    SweepPartition sweep = new SweepPartition(ports, new LookAtJob(ports, collect, steps), steps);
    ExpireJobs expire = new ExpireJobs(ports, delete, clock);
    poll = new PollJobs(ports.active(), dueRow, sweep, expire, clock);
    bury = new BuryJob(ports, record, steps);
  }

  public SubmitJob submit() {
    return submit;
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

  public BuryJob bury() {
    return bury;
  }

  public DeleteJob delete() {
    return delete;
  }

  public ChangeJob change() {
    return change;
  }
}
