package io.quantumexecutor.local.emulator;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which operation a request asks for.
 *
 * @param workspace look-up key of the workspace in the path, empty when there is none
 * @param id the job or session id in the path, empty when there is none
 */
record RouteMatch(Route route, String workspace, String id) {
  private static final Pattern WORKSPACE =
      Pattern.compile(
          "(/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft\\.Quantum"
              + "/workspaces/[^/]+)(/.*)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ENTRA_TOKEN = Pattern.compile("/[^/]+/oauth2/v2\\.0/token");

  private static final String RESOURCE_GRAPH = "/providers/Microsoft.ResourceGraph/resources";

  private record Shape(String method, Pattern rest, Route route) {
    Shape(String method, String rest, Route route) {
      this(method, Pattern.compile(rest, Pattern.CASE_INSENSITIVE), route);
    }
  }

  private static final List<Shape> SHAPES =
      List.of(
          new Shape("POST", "/storage/sasUri", Route.SAS_URI),
          new Shape("PUT", "/jobs/([^/:]+)", Route.CREATE_JOB),
          new Shape("GET", "/jobs/([^/:]+)", Route.GET_JOB),
          new Shape("DELETE", "/jobs/([^/:]+)", Route.DELETE_JOB),
          new Shape("POST", "/jobs/([^/:]+):cancel", Route.CANCEL_JOB),
          new Shape("GET", "/jobs", Route.LIST_JOBS),
          new Shape("PATCH", "/jobUpdateOptions/([^/:]+)", Route.UPDATE_JOB),
          new Shape("PUT", "/sessions/([^/:]+)", Route.OPEN_SESSION),
          new Shape("GET", "/sessions/([^/:]+)", Route.GET_SESSION),
          new Shape("POST", "/sessions/([^/:]+):close", Route.CLOSE_SESSION),
          new Shape("GET", "/sessions", Route.LIST_SESSIONS),
          new Shape("GET", "/sessions/([^/:]+)/jobs", Route.LIST_SESSION_JOBS),
          new Shape("GET", "/topLevelItems", Route.TOP_LEVEL_ITEMS),
          new Shape("GET", "/providerStatus", Route.PROVIDER_STATUS),
          new Shape("GET", "/quotas", Route.QUOTAS),
          new Shape("GET", "", Route.ARM_WORKSPACE),
          new Shape("POST", "/listKeys", Route.ARM_KEYS),
          new Shape(
              "GET", "/providers/Microsoft.Authorization/permissions", Route.ARM_PERMISSIONS));

  /**
   * Finds the operation.
   *
   * @param path decoded, without query, without repeated slashes
   */
  static RouteMatch of(String method, String path) {
    if (path.startsWith("/emulator/")) {
      return new RouteMatch(Route.CONTROL, "", "");
    }
    if (path.equalsIgnoreCase(RESOURCE_GRAPH) && method.equals("POST")) {
      return new RouteMatch(Route.RESOURCE_GRAPH, "", "");
    }
    if (path.equals("/identity/token")) {
      return new RouteMatch(Route.IDENTITY_TOKEN, "", "");
    }
    if (ENTRA_TOKEN.matcher(path).matches()) {
      return new RouteMatch(Route.ENTRA_TOKEN, "", "");
    }
    Matcher workspace = WORKSPACE.matcher(path);
    if (!workspace.matches()) {
      return new RouteMatch(Route.UNKNOWN, "", "");
    }
    String key = workspace.group(1).toLowerCase(Locale.ROOT);
    String rest = workspace.group(2) == null ? "" : workspace.group(2);
    return inWorkspace(method, key, rest.equals("/") ? "" : rest);
  }

  private static RouteMatch inWorkspace(String method, String workspace, String rest) {
    for (Shape shape : SHAPES) {
      Matcher matcher = shape.rest.matcher(rest);
      if (shape.method.equals(method) && matcher.matches()) {
        String id = matcher.groupCount() == 0 ? "" : matcher.group(1).toLowerCase(Locale.ROOT);
        return new RouteMatch(shape.route, workspace, id);
      }
    }
    return new RouteMatch(Route.UNKNOWN, workspace, "");
  }
}
