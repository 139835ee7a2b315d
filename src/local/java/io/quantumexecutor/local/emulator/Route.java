package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** The emulated operations, by the names that faults and the journal use. */
public enum Route {
  SAS_URI("sasUri", RequiredCredential.WORKSPACE),
  CREATE_JOB("createJob", RequiredCredential.WORKSPACE),
  GET_JOB("getJob", RequiredCredential.WORKSPACE),
  LIST_JOBS("listJobs", RequiredCredential.WORKSPACE),
  CANCEL_JOB("cancelJob", RequiredCredential.WORKSPACE),
  DELETE_JOB("deleteJob", RequiredCredential.WORKSPACE),
  UPDATE_JOB("updateJob", RequiredCredential.WORKSPACE),
  OPEN_SESSION("openSession", RequiredCredential.WORKSPACE),
  GET_SESSION("getSession", RequiredCredential.WORKSPACE),
  CLOSE_SESSION("closeSession", RequiredCredential.WORKSPACE),
  LIST_SESSIONS("listSessions", RequiredCredential.WORKSPACE),
  LIST_SESSION_JOBS("listSessionJobs", RequiredCredential.WORKSPACE),
  TOP_LEVEL_ITEMS("topLevelItems", RequiredCredential.WORKSPACE),
  PROVIDER_STATUS("providerStatus", RequiredCredential.WORKSPACE),
  QUOTAS("quotas", RequiredCredential.WORKSPACE),
  ARM_WORKSPACE("armWorkspace", RequiredCredential.RESOURCE_MANAGER),
  ARM_PERMISSIONS("armPermissions", RequiredCredential.RESOURCE_MANAGER),
  ARM_KEYS("armKeys", RequiredCredential.RESOURCE_MANAGER),
  RESOURCE_GRAPH("resourceGraph", RequiredCredential.RESOURCE_MANAGER),
  IDENTITY_TOKEN("token", RequiredCredential.NONE),
  ENTRA_TOKEN("entraToken", RequiredCredential.NONE),
  /** Not a request: the moment a finished job's output blob is written. */
  OUTPUT("output", RequiredCredential.NONE),
  CONTROL("control", RequiredCredential.NONE),
  UNKNOWN("unknown", RequiredCredential.NONE);

  /** Which credentials a route asks for. */
  enum RequiredCredential {
    /** The workspace's own: its access key, or a token for Azure Quantum. */
    WORKSPACE,
    /** A token for Azure Resource Manager. */
    RESOURCE_MANAGER,
    /** None, or ones it checks itself. */
    NONE
  }

  private final String wireName;
  private final RequiredCredential requiredCredential;

  Route(String wireName, RequiredCredential requiredCredential) {
    this.wireName = wireName;
    this.requiredCredential = requiredCredential;
  }

  @JsonValue
  public String wireName() {
    return wireName;
  }

  RequiredCredential requiredCredential() {
    return requiredCredential;
  }

  @JsonCreator
  static Route of(String wireName) {
    return Arrays.stream(values())
        .filter(route -> route.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No route is called " + wireName));
  }
}
