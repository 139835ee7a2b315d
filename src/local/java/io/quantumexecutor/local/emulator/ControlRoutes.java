package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.local.emulator.EmulatorPrincipals.Secret;
import io.quantumexecutor.local.emulator.EmulatorPrincipals.ServicePrincipal;

/** The emulator's own routes under {@code /emulator}, for tests of another process. */
final class ControlRoutes {
  private static final String TARGETS = "/emulator/targets/";

  private final EmulatorFaults faults;
  private final EmulatorJournal journal;
  private final EmulatedTargets targets;
  private final EmulatorPrincipals principals;

  ControlRoutes(
      EmulatorFaults faults,
      EmulatorJournal journal,
      EmulatedTargets targets,
      EmulatorPrincipals principals) {
    this.principals = principals;
    this.faults = faults;
    this.journal = journal;
    this.targets = targets;
  }

  EmulatorResponse answer(EmulatorRequest request) {
    String path = request.path();
    if (request.method().equals("POST") && path.startsWith(TARGETS)) {
      return setTarget(path.substring(TARGETS.length()), EmulatorJson.readObject(request.body()));
    }
    return switch (request.method() + " " + path) {
      case "GET /emulator/journal" -> EmulatorResponse.ok(journal.toJson());
      case "GET /emulator/faults" -> EmulatorResponse.ok(faults.toJson());
      case "POST /emulator/faults" -> {
        faults.add(EmulatorJson.readObject(request.body()));
        yield EmulatorResponse.ok(faults.toJson());
      }
      case "DELETE /emulator/faults" -> {
        faults.clear();
        yield EmulatorResponse.empty(204);
      }
      case "POST /emulator/principals" -> addPrincipal(EmulatorJson.readObject(request.body()));
      default -> throw ServiceError.notFound("Route", path);
    };
  }

  /** Adds an application, or sets a role only when there is no secret. */
  private EmulatorResponse addPrincipal(ObjectNode body) {
    String clientId = body.path("client_id").asText();
    try {
      Role role = Role.valueOf(body.path("role").asText("NONE"));
      if (body.has("client_secret")) {
        Secret secret = Secret.valueOf(body.path("secret").asText("VALID"));
        String tenantId = body.path("tenant_id").asText();
        String clientSecret = body.path("client_secret").asText();
        principals.add(new ServicePrincipal(tenantId, clientId, clientSecret, secret), role);
      } else {
        principals.setRole(clientId, role);
      }
    } catch (IllegalArgumentException e) {
      throw new ServiceError(400, "InvalidPrincipal", "No role or secret state is called that.", e);
    }
    return EmulatorResponse.empty(204);
  }

  private EmulatorResponse setTarget(String id, ObjectNode body) {
    try {
      targets.set(
          id,
          new EmulatedTargets.State(
              Availability.of(body.path("availability").asText("Available")),
              body.path("average_queue_seconds").asInt(0)));
    } catch (IllegalArgumentException e) {
      throw new ServiceError(400, "InvalidAvailability", "No availability is called that.", e);
    }
    return EmulatorResponse.empty(204);
  }
}
