package io.quantumexecutor.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.QuantumException;
import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.job.Targets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;

/**
 * {@code GET /api/health}: whether storage and the configured workspace answer, and which job has
 * been overdue longest (of the first {@value #MOST_ROWS} that are found).
 */
public final class HealthApi {
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final int MOST_ROWS = 100;

  private final ActiveJobs active;
  private final Targets targets;
  private final InstantSource clock;
  private Instant asked = Instant.EPOCH;
  private String workspace = "";

  public HealthApi(ActiveJobs active, Targets targets, InstantSource clock) {
    this.active = active;
    this.targets = targets;
    this.clock = clock;
  }

  /** 200 when jobs can be accepted, 503 when storage does not answer. */
  public ApiResponse health(ApiRequest request) {
    ObjectNode body = ApiJson.MAPPER.createObjectNode();
    String storage = storage(body);
    String reached = workspace();
    boolean ready = storage.equals("ok");
    body.put("status", ready ? (reached.equals("ok") ? "ok" : "degraded") : "unavailable");
    body.put("storage", storage);
    body.put("workspace", reached);
    return ApiResponse.json(ready ? 200 : 503, body);
  }

  /** Why storage cannot be used, or how late the most overdue job is. */
  private String storage(ObjectNode body) {
    try {
      Instant now = clock.instant();
      Optional<ActiveJob> oldest =
          active.due(now, MOST_ROWS).stream().min(Comparator.comparing(ActiveJob::due));
      body.put(
          "oldest_overdue_seconds",
          oldest.map(row -> Duration.between(row.due(), now).toSeconds()).orElse(0L));
      body.put("oldest_overdue_job", oldest.map(row -> row.key().id().toString()).orElse(null));
      return "ok";
    } catch (StorageTroubleException e) {
      return "does not answer";
    }
  }

  /** Asked once a minute at most, whatever it answers. */
  private synchronized String workspace() {
    Instant now = clock.instant();
    if (asked.plus(FRESH).isBefore(now)) {
      asked = now;
      workspace = askWorkspace();
    }
    return workspace;
  }

  private String askWorkspace() {
    try {
      targets.live();
      return "ok";
    } catch (QuantumException e) {
      return e.code();
    }
  }
}
