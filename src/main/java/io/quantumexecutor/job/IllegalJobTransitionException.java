package io.quantumexecutor.job;

/** Somebody asked for a state that the job cannot reach any more; a bug, not a race. */
public final class IllegalJobTransitionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public IllegalJobTransitionException(JobId id, JobStatus from, JobStatus to) {
    super("job " + id + " cannot go from " + from + " to " + to);
  }
}
