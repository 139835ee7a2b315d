package io.quantumexecutor.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.view.ApiJson;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.target.Targets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/health}: whether storage and the configured workspace answer, and how long work
 * has been overdue, results that could not be collected included (of the first {@value #MAX_ROWS}
 * that are found).
 */
public final class HealthApi {
  /** Everybody may ask, and asking must not cost a look at the table each time. */
  private static final Duration FRESH = Duration.ofSeconds(5);

  private static final int MAX_ROWS = 100;

  private final ActiveJobs active;
  private final Targets targets;
  private final InstantSource clock;
  private Storage last = new Storage(Instant.MIN, null);

  public HealthApi(ActiveJobs active, Targets targets, InstantSource clock) {
    this.active = active;
    this.targets = targets;
    this.clock = clock;
  }

  /**
   * What storage answered.
   *
   * @param overdue how late the most overdue job is, null when there was no answer
   */
  private record Storage(Instant asked, @Nullable Duration overdue) {}

  /** 200 when jobs can be accepted, 503 when storage does not answer. */
  public ApiResponse health(ApiRequest request) {
    Duration overdue = storage().overdue();
    String trouble = targets.status().snapshot().trouble();
    ObjectNode body = ApiJson.MAPPER.createObjectNode();
    String working = trouble == null ? "ok" : "degraded";
    body.put("status", overdue == null ? "unavailable" : working);
    body.put("storage", overdue == null ? "does not answer" : "ok");
    body.put("workspace", trouble == null ? "ok" : trouble);
    if (overdue != null) {
      body.put("oldest_overdue_seconds", overdue.toSeconds());
    }
    return ApiResponse.json(overdue == null ? 503 : 200, body);
  }

  private synchronized Storage storage() {
    Instant now = clock.instant();
    if (last.asked().isBefore(now.minus(FRESH))) {
      last = new Storage(now, overdue(now));
    }
    return last;
  }

  private @Nullable Duration overdue(Instant now) {
    try {
      return Stream.concat(
              active.due(now, MAX_ROWS).stream().map(ActiveJob::due),
              active.uncollected(now, MAX_ROWS).stream()
                  .map(row -> Objects.requireNonNull(row.collecting()).since()))
          .map(since -> Duration.between(since, now))
          .max(Comparator.naturalOrder())
          .orElse(Duration.ZERO);
    } catch (StorageTroubleException e) {
      return null;
    }
  }
}
