package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Sends each request of the workspace's own endpoint to its operation. */
final class ServiceRoutes {
  private final EmulatedWorkspaces workspaces;
  private final JobRoutes jobs;
  private final SessionRoutes sessions;
  private final JobBlobs blobs;
  private final EmulatedTargets targets;

  ServiceRoutes(
      EmulatedWorkspaces workspaces,
      JobRoutes jobs,
      SessionRoutes sessions,
      JobBlobs blobs,
      EmulatedTargets targets) {
    this.workspaces = workspaces;
    this.jobs = jobs;
    this.sessions = sessions;
    this.blobs = blobs;
    this.targets = targets;
  }

  EmulatorResponse answer(RouteMatch match, EmulatorRequest request) {
    if (!request.query().containsKey("api-version")) {
      throw new ServiceError(
          400,
          "MissingApiVersionParameter",
          "The api-version query parameter (?api-version=) is required for all requests.");
    }
    WorkspaceContent content = workspaces.require(match.workspace());
    jobs.cancelAborted(content);
    String id = match.id();
    return switch (match.route()) {
      case SAS_URI -> sasUri(request);
      case CREATE_JOB -> jobs.create(content, id, request);
      case GET_JOB -> jobs.get(content, id, request);
      case LIST_JOBS -> jobs.list(content.jobs().all(), request);
      case CANCEL_JOB -> jobs.cancel(content, id, request);
      case DELETE_JOB -> jobs.delete(content, id);
      case UPDATE_JOB -> jobs.update(content, id, request);
      case OPEN_SESSION -> sessions.open(content, id, request);
      case GET_SESSION -> sessions.get(content, id, request);
      case CLOSE_SESSION -> sessions.close(content, id, request);
      case LIST_SESSIONS -> sessions.list(content, request);
      case LIST_SESSION_JOBS -> sessions.listJobs(content, id, request);
      case TOP_LEVEL_ITEMS -> sessions.topLevelItems(content, request);
      case PROVIDER_STATUS -> singlePage(targets.providerStatus(request.apiVersion()));
      case QUOTAS -> singlePage(targets.quotas());
      default -> throw ServiceError.notFound("Route", request.path());
    };
  }

  private EmulatorResponse sasUri(EmulatorRequest request) {
    ObjectNode body = EmulatorJson.readObject(request.body());
    String container = body.path("containerName").asText("");
    String blob = body.path("blobName").asText("");
    if (!container.matches("[a-z0-9](?:-?[a-z0-9]){2,62}")) {
      throw new ServiceError(400, "InvalidContainerName", "The containerName field is not valid.");
    }
    String uri = blob.isEmpty() ? blobs.signContainer(container) : blobs.signBlob(container, blob);
    return EmulatorResponse.ok(EmulatorJson.object().put("sasUri", uri));
  }

  private static EmulatorResponse singlePage(ArrayNode value) {
    ObjectNode page = EmulatorJson.object();
    page.set("value", value);
    return EmulatorResponse.ok(page.putNull("nextLink"));
  }
}
