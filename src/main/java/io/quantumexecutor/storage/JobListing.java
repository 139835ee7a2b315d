package io.quantumexecutor.storage;

import io.quantumexecutor.job.BadCursorException;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobStore.JobPage;
import io.quantumexecutor.job.JobStore.JobQuery;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.storage.RowQuery.Comparison;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one page of the jobs of an owner, or of everybody owner by owner, as ranges of row keys.
 * Status, backend, name and tag are compared here: the table has no index for them, and so at most
 * {@value #MAX_ROWS} rows are read.
 */
final class JobListing {
  static final int MAX_ROWS = 2_000;

  /** An id's time and the job's own time are taken a moment apart. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  private final Rows rows;
  private final RowReader reader;
  private final JobQuery query;
  private final List<Job> jobs = new ArrayList<>();
  private int read;
  private @Nullable TableRow last;

  JobListing(Rows rows, RowReader reader, JobQuery query) {
    if (query.limit() < 1) {
      throw new IllegalArgumentException("a page has at least one job");
    }
    this.rows = rows;
    this.reader = reader;
    this.query = query;
  }

  /** One owner's jobs, newest first. */
  JobPage of(Owner owner) {
    ListCursor cursor = cursor();
    if (cursor != null && !cursor.owner().equals(owner)) {
      throw new BadCursorException();
    }
    return read(List.of(within(RowQuery.in(owner.key(), pageSize()), cursor)));
  }

  /** Everybody's jobs: owner by owner, each newest first. */
  JobPage ofEverybody() {
    ListCursor cursor = cursor();
    RowQuery all = RowQuery.everywhere(pageSize());
    if (cursor == null) {
      return read(List.of(within(all, null)));
    }
    String owner = cursor.owner().key();
    RowQuery others = all.where(RowQuery.PARTITION, Comparison.GT, owner);
    return read(List.of(within(RowQuery.in(owner, pageSize()), cursor), within(others, null)));
  }

  private @Nullable ListCursor cursor() {
    return query.cursor() == null ? null : ListCursor.parse(query.cursor());
  }

  private JobPage read(List<RowQuery> ranges) {
    for (RowQuery range : ranges) {
      if (!read(range)) {
        return new JobPage(
            jobs, Optional.of(ListCursor.after(Objects.requireNonNull(last)).text()));
      }
    }
    return new JobPage(jobs, Optional.empty());
  }

  /** Whether the range was read to its end. */
  private boolean read(RowQuery range) {
    String token = null;
    do {
      RowPage page = rows.query(range, token);
      for (TableRow row : page.rows()) {
        if (last != null && (jobs.size() == query.limit() || read == MAX_ROWS)) {
          return false;
        }
        read++;
        last = row;
        add(row);
      }
      token = page.next();
    } while (token != null && read < MAX_ROWS);
    return token == null;
  }

  private void add(TableRow row) {
    reader
        .oneOfMany(row, JobRows::job)
        .flatMap(found -> found)
        .filter(this::matches)
        .ifPresent(jobs::add);
  }

  /** Narrows a query to the rows of jobs after a cursor and of the times that are asked for. */
  private RowQuery within(RowQuery partitions, @Nullable ListCursor cursor) {
    String after = cursor == null ? JobKeys.NEWEST : cursor.rowKey();
    Instant before = query.createdBefore();
    String start = before == null ? after : later(after, JobKeys.since(before.plus(SLACK)));
    Instant since = query.createdAfter();
    String end = since == null ? JobKeys.END : JobKeys.since(since.minus(SLACK));
    return partitions.key(Comparison.GT, start).key(Comparison.LT, end);
  }

  private static String later(String one, String other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  private int pageSize() {
    boolean filtered =
        query.status() != null
            || query.backend() != null
            || query.name() != null
            || query.tag() != null;
    return filtered ? RowQuery.MAX_PAGE_SIZE : Math.min(query.limit() + 1, RowQuery.MAX_PAGE_SIZE);
  }

  private boolean matches(Job job) {
    Instant created = job.summary().createdAt();
    Instant after = query.createdAfter();
    Instant before = query.createdBefore();
    String tag = query.tag();
    return (query.status() == null || query.status() == job.status())
        && (after == null || created.isAfter(after))
        && (before == null || created.isBefore(before))
        && (tag == null || job.summary().tags().contains(tag))
        && isWanted(query.backend(), job.summary().backend())
        && contains(job.summary().name(), query.name());
  }

  private static boolean isWanted(@Nullable String wanted, @Nullable String backend) {
    return wanted == null || wanted.equalsIgnoreCase(backend);
  }

  private static boolean contains(@Nullable String name, @Nullable String part) {
    return part == null
        || (name != null && name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)));
  }
}
