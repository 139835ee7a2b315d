package io.quantumexecutor.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.job.JobPorts;
import io.quantumexecutor.job.QuantumException;
import io.quantumexecutor.job.StorageTroubleException;
import java.time.InstantSource;

/** {@code GET /api/health}: whether storage and the configured workspace answer. */
public final class HealthApi {
  private final JobPorts ports;
  private final InstantSource clock;

  public HealthApi(JobPorts ports, InstantSource clock) {
    this.ports = ports;
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
      ports.active().dueSweeps(clock.instant(), 1);
      return "ok";
    } catch (StorageTroubleException e) {
      return "does not answer";
    }
  }

  private String workspace() {
    try {
      ports.workspaces().integration().targets();
      return "ok";
    } catch (QuantumException e) {
      return e.code();
    }
  }
}
