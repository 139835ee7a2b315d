package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Sends each request of the workspace's own endpoint to its operation. */
final class ServiceRoutes {
  private final Workspaces workspaces;
  private final JobRoutes jobs;
  private final JobBlobs blobs;
  private final TargetCatalogue targets;

  ServiceRoutes(Workspaces workspaces, JobRoutes jobs, JobBlobs blobs, TargetCatalogue targets) {
    this.workspaces = workspaces;
    this.jobs = jobs;
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
    JobBook book = workspaces.jobs(match.workspace());
    String id = match.id();
    return switch (match.route()) {
      case SAS_URI -> sasUri(request);
      case CREATE_JOB -> jobs.create(book, id, request);
      case GET_JOB -> jobs.get(book, id, request);
      case LIST_JOBS -> jobs.list(book.all(), request);
      case CANCEL_JOB -> jobs.cancel(book, id, request);
      case DELETE_JOB -> jobs.delete(book, id);
      case UPDATE_JOB -> jobs.update(book, id, request);
      case PROVIDER_STATUS -> providerStatus();
      default -> throw ServiceError.notFound("Route", request.path());
    };
  }

  private EmulatorResponse sasUri(EmulatorRequest request) {
    ObjectNode body = Json.readObject(request.body());
    String container = body.path("containerName").asText("");
    String blob = body.path("blobName").asText("");
    if (!container.matches("[a-z0-9](?:-?[a-z0-9]){2,62}")) {
      throw new ServiceError(400, "InvalidContainerName", "The containerName field is not valid.");
    }
    String uri = blob.isEmpty() ? blobs.signContainer(container) : blobs.signBlob(container, blob);
    return EmulatorResponse.ok(Json.object().put("sasUri", uri));
  }

  private EmulatorResponse providerStatus() {
    ObjectNode page = Json.object();
    page.set("value", targets.providerStatus());
    return EmulatorResponse.ok(page.putNull("nextLink"));
  }
}
