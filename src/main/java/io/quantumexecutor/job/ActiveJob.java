package io.quantumexecutor.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The row of an unfinished job: when somebody has to look at it again, and what for.
 *
 * @param partition the identity key
 * @param due when the timer acts on it
 * @param work what is to be done then
 * @param watch what the last look at the provider showed
 * @param hold why it is not at the provider yet although it was tried, null when it is not held
 * @param resends how often its message was sent again for that work; makes the next delay longer
 * @param burials how often its message went to the poison queue
 * @param collecting what kept us from collecting its result, null if nothing did
 * @param version see {@link Job#version}
 */
public record ActiveJob(
    IdentityKey partition,
    JobKey key,
    Instant due,
    Work work,
    Watch watch,
    @Nullable Hold hold,
    int resends,
    int burials,
    @Nullable CollectTries collecting,
    @Nullable String version) {

  /** What is to be done when the row is due. */
  public enum Work {
    /** Its message is sent again. */
    DISPATCH,
    /** The provider has it: the sweep of its partition watches it; due is only a safety net. */
    WATCH,
    /** A cancel call is repeated until the provider reports the end. */
    CANCEL,
    /** The job has ended and its event was sent: its receiver is to be called. */
    NOTIFY,
    /** The job has ended and was deleted: the rest of it is removed. */
    DELETE
  }

  /**
   * Why a job waits with us.
   *
   * @param since since when it has been held for this reason
   * @param until before this time no attempt is made
   * @param code stable word for the reason, for example {@code TargetUnavailable}
   * @param attempt the attempt that ended in the hold; its claim is given back
   * @param lastError what happened, without secrets
   */
  public record Hold(Instant since, Instant until, int attempt, String code, String lastError) {}

  /**
   * What a sweep remembers of a job, so that it need not read the job's record.
   *
   * @param seen the provider's last word that was written to the job's record
   * @param missingSince since when the job, or the output it ought to have, was not to be found
   */
  public record Watch(@Nullable String seen, @Nullable Instant missingSince) {
    static final Watch NOTHING = new Watch(null, null);
  }

  public static ActiveJob accepted(IdentityKey partition, JobKey key, Instant due) {
    return new ActiveJob(partition, key, due, Work.DISPATCH, Watch.NOTHING, null, 0, 0, null, null);
  }

  /** The row of a job that has ended and is being deleted. */
  public static ActiveJob deleting(IdentityKey partition, JobKey key, Instant due) {
    return accepted(partition, key, due).deleting(due);
  }

  public ActiveJob dueAt(Instant next) {
    return new ActiveJob(
        partition, key, next, work, watch, hold, resends, burials, collecting, version);
  }

  /** Whether its message was not sent again since the last burial. */
  public boolean isResting(Instant now) {
    return burials > 0 && resends == 0 && now.isBefore(due);
  }

  public ActiveJob resent(Instant next) {
    return new ActiveJob(
        partition, key, next, work, watch, hold, resends + 1, burials, collecting, version);
  }

  public ActiveJob held(Hold next) {
    return new ActiveJob(
        partition, key, next.until(), Work.DISPATCH, watch, next, 0, burials, collecting, version);
  }

  public ActiveJob buried(Instant next) {
    return new ActiveJob(
        partition, key, next, work, watch, hold, 0, burials + 1, collecting, version);
  }

  /** The job as the last look left it; nothing is missing. */
  public ActiveJob watched(Instant safetyNet) {
    return new ActiveJob(
        partition, key, safetyNet, Work.WATCH, watch, null, 0, burials, collecting, version);
  }

  /** The provider's word in the job's record, unless a look has noted one already. */
  public ActiveJob withProviderStatus(@Nullable String recorded) {
    return watch.seen() == null ? withWatch(new Watch(recorded, watch.missingSince())) : this;
  }

  public ActiveJob cancelling(Instant next) {
    return new ActiveJob(
        partition, key, next, Work.CANCEL, watch, hold, resends, burials, collecting, version);
  }

  /** The receiver of the job's callback is called now, and again at that time. */
  public ActiveJob notifying(Instant next) {
    return new ActiveJob(
        partition, key, next, Work.NOTIFY, watch, null, calls() + 1, burials, null, version);
  }

  /** How often the job's receiver was called. */
  public int calls() {
    return work == Work.NOTIFY ? resends : 0;
  }

  public ActiveJob deleting(Instant next) {
    return new ActiveJob(
        partition, key, next, Work.DELETE, watch, hold, resends, burials, collecting, version);
  }

  public ActiveJob withWatch(Watch next) {
    return new ActiveJob(
        partition, key, due, work, next, hold, resends, burials, collecting, version);
  }

  public ActiveJob withCollecting(@Nullable CollectTries next) {
    return new ActiveJob(partition, key, due, work, watch, hold, resends, burials, next, version);
  }

  /** Whether the next try to collect its result is still to come. */
  public boolean isCollectingLater(Instant now) {
    return collecting != null && collecting.isResting(now);
  }
}
