package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The emulator's own routes under {@code /emulator}, for tests of another process. */
final class ControlRoutes {
  private static final String TARGETS = "/emulator/targets/";

  private final EmulatorFaults faults;
  private final EmulatorJournal journal;
  private final TargetCatalogue targets;

  ControlRoutes(EmulatorFaults faults, EmulatorJournal journal, TargetCatalogue targets) {
    this.faults = faults;
    this.journal = journal;
    this.targets = targets;
  }

  EmulatorResponse answer(EmulatorRequest request) {
    String path = request.path();
    if (request.method().equals("POST") && path.startsWith(TARGETS)) {
      return setTarget(path.substring(TARGETS.length()), Json.readObject(request.body()));
    }
    return switch (request.method() + " " + path) {
      case "GET /emulator/journal" -> EmulatorResponse.ok(journal.toJson());
      case "GET /emulator/faults" -> EmulatorResponse.ok(faults.toJson());
      case "POST /emulator/faults" -> {
        faults.add(Json.readObject(request.body()));
        yield EmulatorResponse.ok(faults.toJson());
      }
      case "DELETE /emulator/faults" -> {
        faults.clear();
        yield EmulatorResponse.empty(204);
      }
      default -> throw ServiceError.notFound("Route", path);
    };
  }

  private EmulatorResponse setTarget(String id, ObjectNode body) {
    try {
      targets.set(
          id,
          new TargetCatalogue.State(
              Availability.of(body.path("availability").asText("Available")),
              body.path("average_queue_seconds").asInt(0)));
    } catch (IllegalArgumentException e) {
      throw new ServiceError(400, "InvalidAvailability", "No availability is called that.", e);
    }
    return EmulatorResponse.empty(204);
  }
}
