package io.quantumexecutor.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The transitions of a job. The first {@value #FIRST} and the last {@value #LAST} are kept; what is
 * repeated in a row is folded into one entry.
 */
public record Timeline(List<TimelineEntry> entries) {
  static final int FIRST = 10;
  static final int LAST = 40;

  public Timeline {
    entries = List.copyOf(entries);
  }

  public static Timeline starting(Instant at, String why) {
    return new Timeline(List.of(new TimelineEntry(at, JobStatus.QUEUED, why, 1)));
  }

  public Timeline with(Instant at, JobStatus status, String why) {
    List<TimelineEntry> next = new ArrayList<>(entries);
    TimelineEntry last = next.get(next.size() - 1);
    if (last.status() == status && last.why().equals(why)) {
      next.set(next.size() - 1, new TimelineEntry(last.at(), status, why, last.times() + 1));
    } else {
      next.add(new TimelineEntry(at, status, why, 1));
    }
    if (next.size() > FIRST + LAST) {
      next.remove(FIRST);
    }
    return new Timeline(next);
  }
}
