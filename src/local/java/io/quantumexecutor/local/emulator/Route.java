package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** The emulated operations, by the names that faults and the journal use. */
public enum Route {
  SAS_URI("sasUri", Door.WORKSPACE),
  CREATE_JOB("createJob", Door.WORKSPACE),
  GET_JOB("getJob", Door.WORKSPACE),
  LIST_JOBS("listJobs", Door.WORKSPACE),
  CANCEL_JOB("cancelJob", Door.WORKSPACE),
  DELETE_JOB("deleteJob", Door.WORKSPACE),
  UPDATE_JOB("updateJob", Door.WORKSPACE),
  OPEN_SESSION("openSession", Door.WORKSPACE),
  GET_SESSION("getSession", Door.WORKSPACE),
  CLOSE_SESSION("closeSession", Door.WORKSPACE),
  LIST_SESSIONS("listSessions", Door.WORKSPACE),
  LIST_SESSION_JOBS("listSessionJobs", Door.WORKSPACE),
  TOP_LEVEL_ITEMS("topLevelItems", Door.WORKSPACE),
  PROVIDER_STATUS("providerStatus", Door.WORKSPACE),
  QUOTAS("quotas", Door.WORKSPACE),
  ARM_WORKSPACE("armWorkspace", Door.RESOURCE_MANAGER),
  ARM_PERMISSIONS("armPermissions", Door.RESOURCE_MANAGER),
  ARM_KEYS("armKeys", Door.RESOURCE_MANAGER),
  RESOURCE_GRAPH("resourceGraph", Door.RESOURCE_MANAGER),
  IDENTITY_TOKEN("token", Door.OPEN),
  ENTRA_TOKEN("entraToken", Door.OPEN),
  /** Not a request: the moment a finished job's output blob is written. */
  OUTPUT("output", Door.OPEN),
  CONTROL("control", Door.OPEN),
  UNKNOWN("unknown", Door.OPEN);

  /** Which credentials a route asks for. */
  enum Door {
    /** The workspace's own: its access key, or a token for Azure Quantum. */
    WORKSPACE,
    /** A token for Azure Resource Manager. */
    RESOURCE_MANAGER,
    /** None, or ones it checks itself. */
    OPEN
  }

  private final String wireName;
  private final Door door;

  Route(String wireName, Door door) {
    this.wireName = wireName;
    this.door = door;
  }

  @JsonValue
  public String wireName() {
    return wireName;
  }

  Door door() {
    return door;
  }

  @JsonCreator
  static Route of(String wireName) {
    return Arrays.stream(values())
        .filter(route -> route.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No route is called " + wireName));
  }
}
