package io.quantumexecutor.storage;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quantumexecutor.job.EventFilter;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.IdentityKey;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobOrigin;
import io.quantumexecutor.job.JobProgress;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.JobSummary;
import io.quantumexecutor.job.Outbox;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.StatusChange;
import io.quantumexecutor.job.Timeline;
import io.quantumexecutor.job.TimelineEntry;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Jobs as rows of table {@code jobs}, and back. */
final class JobRows {
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
  private static final TypeReference<List<TimelineEntry>> ENTRIES = new TypeReference<>() {};
  private static final TypeReference<List<StatusChange>> CHANGES = new TypeReference<>() {};
  private static final String KIND = "kind";
  private static final String JOB = "job";
  private static final String TOMBSTONE = "tombstone";
  private static final String DELETING = "deleting";

  private JobRows() {}

  static TableRow encode(Job job) {
    JobSummary summary = job.summary();
    JobId retryOf = summary.origin().retryOf();
    Columns columns =
        new Columns()
            .text(KIND, JOB)
            .text("job_id", job.key().id().toString())
            .time("created_at", summary.createdAt())
            .free("name", summary.name())
            .text("tags", TruncatedJson.tags(summary.tags()))
            .text("priority", summary.priority())
            .free("backend", summary.backend())
            .number("num_shots", summary.numShots())
            .time("hold_until", summary.holdUntil())
            .text("partition", summary.partition().value())
            .text("retry_of", retryOf == null ? null : retryOf.toString())
            .text("key_hash", summary.origin().keyHash())
            .free("message_id", summary.origin().messageId())
            .text("timeline", TruncatedJson.timeline(job.timeline()));
    addProgress(columns, job.progress());
    addOutbox(columns, job.outbox());
    return columns.row(job.key().owner().key(), JobKeys.job(job.key().id()));
  }

  private static void addProgress(Columns columns, JobProgress progress) {
    Failure failure = progress.failure();
    columns
        .text("status", progress.status().name())
        .free("provider_status", progress.providerStatus())
        .number("attempt", progress.attempt())
        .time("claim_until", progress.claimUntil())
        .time("submitted_at", progress.submittedAt())
        .time("cancel_requested_at", progress.cancelRequestedAt())
        .time("ended_at", progress.endedAt())
        .text("failure", failure == null ? null : TruncatedJson.failure(failure));
  }

  private static void addOutbox(Columns columns, Outbox outbox) {
    URI callback = outbox.callback();
    columns
        .text("events", outbox.events() == EventFilter.END ? null : outbox.events().name())
        .text("callback", callback == null ? null : callback.toString())
        .text("events_pending", outbox.isEmpty() ? null : StoredJson.write(outbox.pending()));
  }

  private static Outbox outbox(TableRow row) {
    String events = row.text("events");
    String callback = row.text("callback");
    String pending = row.text("events_pending");
    return new Outbox(
        events == null ? EventFilter.END : row.word("events", EventFilter.class),
        callback == null ? null : URI.create(callback),
        pending == null ? List.of() : StoredJson.read(pending, CHANGES));
  }

  static Job decode(TableRow row) {
    JobId id = new JobId(UUID.fromString(row.requiredText("job_id")));
    JobSummary summary =
        new JobSummary(
            Columns.requiredTime(row, "created_at"),
            Columns.free(row, "name"),
            StoredJson.read(row.requiredText("tags"), TEXTS),
            row.text("priority"),
            Columns.free(row, "backend"),
            row.number("num_shots"),
            Columns.requiredTime(row, "hold_until"),
            new IdentityKey(row.requiredText("partition")),
            origin(row));
    Timeline timeline = new Timeline(StoredJson.read(row.requiredText("timeline"), ENTRIES));
    JobKey key = new JobKey(new Owner(row.partition()), id);
    return new Job(key, summary, progress(row), timeline, outbox(row), JobVersion.of(row).text());
  }

  private static JobOrigin origin(TableRow row) {
    String retryOf = row.text("retry_of");
    return new JobOrigin(
        retryOf == null ? null : new JobId(UUID.fromString(retryOf)),
        row.text("key_hash"),
        Columns.free(row, "message_id"));
  }

  private static JobProgress progress(TableRow row) {
    return new JobProgress(
        row.word("status", JobStatus.class),
        Columns.free(row, "provider_status"),
        row.number("attempt"),
        Columns.time(row, "claim_until"),
        Columns.time(row, "submitted_at"),
        Columns.time(row, "cancel_requested_at"),
        Columns.time(row, "ended_at"),
        failure(row.text("failure")));
  }

  private static @Nullable Failure failure(@Nullable String json) {
    return json == null ? null : StoredJson.read(json, Failure.class);
  }

  /** The row that bars a job from being accepted. */
  static TableRow tombstone(JobKey key) {
    return ofKind(TOMBSTONE, key);
  }

  /** What is left of a job while it is being deleted. */
  static TableRow deleting(JobKey key) {
    return ofKind(DELETING, key);
  }

  private static TableRow ofKind(String kind, JobKey key) {
    return new Columns().text(KIND, kind).row(key.owner().key(), JobKeys.job(key.id()));
  }

  static boolean isTombstone(TableRow row) {
    return TOMBSTONE.equals(row.text(KIND));
  }

  static boolean isJob(TableRow row) {
    return JOB.equals(row.text(KIND));
  }

  /**
   * The job of a row of any kind; empty if it only bars one or is the rest of one.
   *
   * @throws UnknownWordException if it is of a kind that this version does not know
   */
  static Optional<Job> job(TableRow row) {
    String kind = row.requiredText(KIND);
    return switch (kind) {
      case JOB -> Optional.of(decode(row));
      case TOMBSTONE, DELETING -> Optional.empty();
      default -> throw new UnknownWordException(KIND, kind);
    };
  }
}
