package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.local.emulator.EmulatorSettings.Behaviour;
import io.quantumexecutor.local.emulator.JobDefinition.JobLabels;
import io.quantumexecutor.local.emulator.JobView.Shape;
import io.quantumexecutor.local.emulator.WorkspaceItem.ProviderTarget;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The operations on jobs. */
final class JobRoutes {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");

  private final Behaviour behaviour;
  private final JobView view;
  private final EmulatedTargets targets;
  private final JobRunner runner;
  private final EmulatorJournal journal;

  JobRoutes(
      Behaviour behaviour,
      JobView view,
      EmulatedTargets targets,
      JobRunner runner,
      EmulatorJournal journal) {
    this.behaviour = behaviour;
    this.view = view;
    this.targets = targets;
    this.runner = runner;
    this.journal = journal;
  }

  EmulatorResponse create(WorkspaceContent content, String id, EmulatorRequest request) {
    if (!ID.matcher(id).matches()) {
      throw ServiceError.invalidJob(400, "The job id must be a GUID.");
    }
    JobDefinition definition = JobDefinition.read(EmulatorJson.readObject(request.body()));
    Optional<EmulatedJob> present = content.jobs().find(id);
    if (present.isEmpty()) {
      validate(content, definition);
      EmulatedJob job = new EmulatedJob(id, definition, behaviour.life());
      present = content.jobs().addIfAbsent(job);
      if (present.isEmpty()) {
        journal.created(id);
        runner.start(job);
        return show(job, Shape.CREATED, request);
      }
    }
    return repeat(present.get(), definition, request);
  }

  /** What a second create answers is not documented: the same job for the same request. */
  private EmulatorResponse repeat(
      EmulatedJob present, JobDefinition definition, EmulatorRequest request) {
    journal.repeated(present.id());
    if (!present.definition().equals(definition)) {
      throw new ServiceError(
          409, "JobAlreadyExists", "A job with this id and another definition exists.");
    }
    return show(present, Shape.CREATED, request);
  }

  private void validate(WorkspaceContent content, JobDefinition definition) {
    targets.require(definition.providerId(), definition.target());
    if (definition.formats().output().isEmpty()) {
      throw ServiceError.invalidJob(400, "The OutputDataFormat field is required.");
    }
    if (definition.sessionId() != null) {
      requireOpen(content, content.requireSession(definition.sessionId()));
    }
  }

  private static void requireOpen(WorkspaceContent content, EmulatedSession session) {
    if (session.state(content.jobsOf(session)).ended().isPresent()) {
      throw ServiceError.invalidJob(
          400,
          "Session is already in a terminal state. This may have been due to failures in prior"
              + " jobs in the session.");
    }
  }

  EmulatorResponse get(WorkspaceContent content, String id, EmulatorRequest request) {
    return show(content.jobs().require(id), Shape.SINGLE, request);
  }

  EmulatorResponse list(List<EmulatedJob> jobs, EmulatorRequest request) {
    return ItemQuery.of(request).page(request, jobs.stream().map(job -> listed(job, request)));
  }

  ListedItem listed(EmulatedJob job, EmulatorRequest request) {
    return new ListedItem(describe(job), () -> view.show(job, Shape.LISTED, request.apiVersion()));
  }

  EmulatorResponse cancel(WorkspaceContent content, String id, EmulatorRequest request) {
    EmulatedJob job = content.jobs().require(id);
    journal.cancelled(id);
    if (job.cancel()) {
      runner.discard(job);
    }
    return behaviour.cancelStatus() == 204
        ? EmulatorResponse.empty(204)
        : show(job, Shape.CREATED, request);
  }

  /** Cancels the jobs that were not over when the failure of another aborted their session. */
  void cancelAborted(WorkspaceContent content) {
    for (EmulatedSession session : content.sessions().values()) {
      List<EmulatedJob> jobs = content.jobsOf(session);
      session
          .aborted(jobs)
          .ifPresent(
              at ->
                  jobs.stream()
                      .filter(job -> !job.cancelRequested() && job.cancel(at))
                      .forEach(runner::discard));
    }
  }

  EmulatorResponse delete(WorkspaceContent content, String id) {
    content.jobs().require(id);
    content.jobs().remove(id);
    return EmulatorResponse.empty(204);
  }

  EmulatorResponse update(WorkspaceContent content, String id, EmulatorRequest request) {
    EmulatedJob job = content.jobs().require(id);
    ObjectNode patch = EmulatorJson.readObject(request.body());
    JobLabels old = job.labels();
    JobLabels labels =
        new JobLabels(
            patch.path("name").asText(old.name()),
            patch.path("priority").asText(old.priority()),
            patch.path("tags") instanceof ArrayNode tags ? tags : old.tags());
    job.relabel(labels);
    ObjectNode answer = EmulatorJson.object().put("id", id).put("name", labels.name());
    answer.put("priority", labels.priority()).set("tags", labels.tags());
    return EmulatorResponse.ok(answer);
  }

  private WorkspaceItem describe(EmulatedJob job) {
    JobDefinition definition = job.definition();
    JobState state = job.state();
    return new WorkspaceItem(
        job.labels().name(),
        "Job",
        definition.jobType(),
        new ProviderTarget(definition.providerId(), definition.target()),
        view.status(state),
        state.times().created());
  }

  private EmulatorResponse show(EmulatedJob job, Shape shape, EmulatorRequest request) {
    return EmulatorResponse.ok(view.show(job, shape, request.apiVersion()));
  }
}
