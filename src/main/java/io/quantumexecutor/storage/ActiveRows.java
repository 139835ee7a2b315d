package io.quantumexecutor.storage;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.ActiveJob.Hold;
import io.quantumexecutor.job.CollectTries;
import io.quantumexecutor.job.IdentityKey;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.Sweep;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of table {@code activejobs}, and back. */
final class ActiveRows {
  static final String DUE = "due";
  static final String WORK = "work";
  static final String COLLECT_SINCE = "collect_since";

  /** Row key of a partition's sweep; all job ids sort before it. */
  static final String SWEEP = "~sweep";

  private ActiveRows() {}

  static TableRow encode(ActiveJob job) {
    Columns columns =
        new Columns()
            .text("owner", job.key().owner().key())
            .time(DUE, job.due())
            .text(WORK, job.work().name())
            .number("resends", job.resends())
            .number("burials", job.burials())
            .free("seen", job.watch().seen())
            .time("missing_since", job.watch().missingSince());
    Hold hold = job.hold();
    if (hold != null) {
      columns
          .time("hold_since", hold.since())
          .time("hold_until", hold.until())
          .number("hold_attempt", hold.attempt())
          .free("hold_code", hold.code())
          .free("last_error", hold.lastError());
    }
    CollectTries collecting = job.collecting();
    if (collecting != null) {
      columns
          .number("collect_tries", collecting.tries())
          .number("collect_begun", collecting.begun())
          .time(COLLECT_SINCE, collecting.since())
          .time("collect_until", collecting.until())
          .free("collect_code", collecting.code())
          .free("collect_reason", collecting.reason());
    }
    return columns.row(job.partition().value(), job.key().id().toString());
  }

  /** Whether the job has ended and only what comes after its end is still to be done. */
  static boolean hasEnded(TableRow row) {
    String work = row.text(WORK);
    return ActiveJob.Work.NOTIFY.name().equals(work) || ActiveJob.Work.DELETE.name().equals(work);
  }

  static ActiveJob decode(TableRow row) {
    JobId id = new JobId(UUID.fromString(row.key()));
    return new ActiveJob(
        new IdentityKey(row.partition()),
        new JobKey(new Owner(row.requiredText("owner")), id),
        Columns.requiredTime(row, DUE),
        row.word(WORK, ActiveJob.Work.class),
        new ActiveJob.Watch(Columns.free(row, "seen"), Columns.time(row, "missing_since")),
        hold(row),
        row.number("resends"),
        row.number("burials"),
        collecting(row),
        row.storedEtag());
  }

  private static @Nullable Hold hold(TableRow row) {
    Instant since = Columns.time(row, "hold_since");
    return since == null
        ? null
        : new Hold(
            since,
            Columns.requiredTime(row, "hold_until"),
            row.number("hold_attempt"),
            StoredJson.read(row.requiredText("hold_code"), String.class),
            StoredJson.read(row.requiredText("last_error"), String.class));
  }

  private static @Nullable CollectTries collecting(TableRow row) {
    Instant since = Columns.time(row, COLLECT_SINCE);
    return since == null
        ? null
        : new CollectTries(
            row.number("collect_tries"),
            row.number("collect_begun"),
            since,
            Columns.requiredTime(row, "collect_until"),
            StoredJson.read(row.requiredText("collect_code"), String.class),
            StoredJson.read(row.requiredText("collect_reason"), String.class));
  }

  static TableRow sweep(IdentityKey partition, Instant due, @Nullable String cursor) {
    return new Columns().time(DUE, due).text("cursor", cursor).row(partition.value(), SWEEP);
  }

  static Sweep decodeSweep(TableRow row) {
    return new Sweep(
        new IdentityKey(row.partition()),
        Columns.requiredTime(row, DUE),
        row.text("cursor"),
        row.storedEtag());
  }
}
