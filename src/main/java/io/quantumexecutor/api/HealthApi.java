package io.quantumexecutor.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.job.Targets;
import java.time.InstantSource;

/** {@code GET /api/health}: whether storage and the configured workspace answer. */
public final class HealthApi {
  private final ActiveJobs active;
  private final Targets targets;
  private final InstantSource clock;

  public HealthApi(ActiveJobs active, Targets targets, InstantSource clock) {
    this.active = active;
    this.targets = targets;
    this.clock = clock;
  }

  /** 200 when jobs can be accepted, 503 when storage does not answer. */
  public ApiResponse health(ApiRequest request) {
    String storage = storage();
    String workspace = workspace();
    ObjectNode body = ApiJson.MAPPER.createObjectNode();
    boolean ready = storage.equals("ok");
    body.put("status", ready ? (workspace.equals("ok") ? "ok" : "degraded") : "unavailable");
    body.put("storage", storage);
    body.put("workspace", workspace);
    return ApiResponse.json(ready ? 200 : 503, body);
  }

  private String storage() {
    try {
      active.dueSweeps(clock.instant(), 1);
      return "ok";
    } catch (StorageTroubleException e) {
      return "does not answer";
    }
  }

  private String workspace() {
    String trouble = targets.status().snapshot().trouble();
    return trouble == null ? "ok" : trouble;
  }
}
