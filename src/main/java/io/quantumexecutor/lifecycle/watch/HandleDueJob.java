package io.quantumexecutor.lifecycle.watch;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.lifecycle.collect.EndJob;
import io.quantumexecutor.lifecycle.keep.DeleteJob;
import java.util.Optional;

/** Acts on an active row whose time has come. */
public final class HandleDueJob {
  private final JobStore jobs;
  private final ResumeJob resume;
  private final EndJob end;
  private final DeleteJob delete;
  private final RemoveOrphan orphans;

  public HandleDueJob(
      JobStore jobs, ResumeJob resume, EndJob end, DeleteJob delete, RemoveOrphan orphans) {
    this.jobs = jobs;
    this.resume = resume;
    this.end = end;
    this.delete = delete;
    this.orphans = orphans;
  }

  void act(ActiveJob row) {
    if (row.work() == ActiveJob.Work.DELETE) {
      delete.proceed(row);
      return;
    }
    Optional<Job> job = jobs.find(row.key());
    if (job.isEmpty()) {
      orphans.remove(row);
    } else if (job.get().isFinal()) {
      end.finish(job.get());
    } else {
      resume.resume(job.get(), row);
    }
  }
}
