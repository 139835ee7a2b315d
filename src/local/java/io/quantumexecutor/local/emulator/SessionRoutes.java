package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.local.emulator.EmulatedSession.Definition;
import io.quantumexecutor.local.emulator.EmulatedSession.FailurePolicy;
import io.quantumexecutor.local.emulator.WorkspaceItem.ProviderTarget;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The operations on sessions, and the list that shows them beside single jobs. */
final class SessionRoutes {
  private final InstantSource clock;
  private final EmulatedTargets targets;
  private final JobRoutes jobs;

  SessionRoutes(InstantSource clock, EmulatedTargets targets, JobRoutes jobs) {
    this.clock = clock;
    this.targets = targets;
    this.jobs = jobs;
  }

  EmulatorResponse open(WorkspaceContent content, String id, EmulatorRequest request) {
    ObjectNode body = EmulatorJson.readObject(request.body());
    Definition definition =
        new Definition(
            body.path("name").asText("session-" + id),
            body.path("providerId").asText("").toLowerCase(Locale.ROOT),
            body.path("target").asText(""),
            FailurePolicy.of(body.path("jobFailurePolicy").asText("")),
            body.path("priority").asText("Standard"));
    targets.require(definition.providerId(), definition.target());
    EmulatedSession session = new EmulatedSession(id, definition, clock);
    EmulatedSession present = content.sessions().putIfAbsent(id, session);
    return show(content, present == null ? session : present, request);
  }

  EmulatorResponse get(WorkspaceContent content, String id, EmulatorRequest request) {
    return show(content, content.requireSession(id), request);
  }

  EmulatorResponse close(WorkspaceContent content, String id, EmulatorRequest request) {
    EmulatedSession session = content.requireSession(id);
    session.close(content.jobsOf(session));
    return show(content, session, request);
  }

  EmulatorResponse list(WorkspaceContent content, EmulatorRequest request) {
    return ItemQuery.of(request).page(request, sessions(content, request));
  }

  EmulatorResponse listJobs(WorkspaceContent content, String id, EmulatorRequest request) {
    return jobs.list(content.jobsOf(content.requireSession(id)), request);
  }

  EmulatorResponse topLevelItems(WorkspaceContent content, EmulatorRequest request) {
    Stream<ListedItem> single =
        content.jobs().all().stream()
            .filter(job -> job.definition().sessionId() == null)
            .map(job -> jobs.listed(job, request));
    Stream<ListedItem> all =
        Stream.concat(single, sessions(content, request))
            .sorted(Comparator.comparing(item -> item.description().created()));
    return ItemQuery.of(request).page(request, all);
  }

  private static Stream<ListedItem> sessions(WorkspaceContent content, EmulatorRequest request) {
    return content.sessions().values().stream()
        .sorted(Comparator.comparing(EmulatedSession::created))
        .map(session -> listed(content, session, request));
  }

  private static ListedItem listed(
      WorkspaceContent content, EmulatedSession session, EmulatorRequest request) {
    List<EmulatedJob> ofSession = content.jobsOf(session);
    Definition definition = session.definition();
    WorkspaceItem description =
        new WorkspaceItem(
            definition.name(),
            "Session",
            "",
            new ProviderTarget(definition.providerId(), definition.target()),
            session.state(ofSession).status(),
            session.created());
    return new ListedItem(description, () -> session.show(ofSession, request.apiVersion()));
  }

  private static EmulatorResponse show(
      WorkspaceContent content, EmulatedSession session, EmulatorRequest request) {
    return EmulatorResponse.ok(session.show(content.jobsOf(session), request.apiVersion()));
  }
}
