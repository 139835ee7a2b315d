package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.local.emulator.JobDefinition.DataUris;
import io.quantumexecutor.local.emulator.JobDefinition.JobLabels;
import io.quantumexecutor.local.emulator.JobState.Timestamps;
import java.time.Instant;
import java.util.Optional;

/** Writes a job as the service does, every field present and empty ones null. */
final class JobView {
  /** The three places where a job is shown; they differ in signatures and times. */
  enum Shape {
    CREATED,
    SINGLE,
    LISTED
  }

  /** The last version whose answers were seen in reality; later ones follow the specification. */
  static final String RECORDED_VERSION = "2024-10-01-preview";

  private final JobBlobs blobs;
  private final WorkspaceKind kind;

  JobView(JobBlobs blobs, WorkspaceKind kind) {
    this.blobs = blobs;
    this.kind = kind;
  }

  String status(JobState state) {
    return kind.status(state.phase());
  }

  ObjectNode show(EmulatedJob job, Shape shape, String apiVersion) {
    JobState state = job.state();
    JobLabels labels = job.labels();
    ObjectNode node = EmulatorJson.object();
    putData(node, job, state, shape);
    putProgress(node, state, shape);
    node.set("tags", labels.tags());
    node.put("name", labels.name());
    node.put("id", job.id());
    node.put("providerId", job.definition().providerId());
    node.put("target", job.definition().target());
    node.put("creationTime", time(state.times().created(), shape));
    node.put("endExecutionTime", ApiTime.ofProvider(state.times().ended()));
    node.set("costEstimate", costs(job, state));
    node.put("itemType", "Job");
    putVersioned(node, state, labels, apiVersion);
    return node;
  }

  private void putData(ObjectNode node, EmulatedJob job, JobState state, Shape shape) {
    JobDefinition definition = job.definition();
    DataUris uris = definition.uris();
    String output = blobs.outputUri(uris, outputBlob(state));
    String file = job.labels().name() + "-" + job.id();
    boolean signed = shape == Shape.SINGLE;
    node.put(
        "containerUri",
        signed ? blobs.signContainerForReading(uris.containerUri()) : uris.containerUri());
    node.put(
        "inputDataUri",
        signed
            ? blobs.signForDownload(uris.inputDataUri(), file + ".input.json")
            : uris.inputDataUri());
    node.put("inputDataFormat", definition.formats().input());
    node.set("inputParams", definition.inputParams());
    node.set("metadata", definition.metadata());
    node.put("sessionId", definition.sessionId());
    node.put("status", status(state));
    node.put("jobType", definition.jobType());
    node.put("outputDataFormat", definition.formats().output());
    node.put(
        "outputDataUri", signed ? blobs.signForDownload(output, file + ".output.json") : output);
  }

  /** Until the job is over the service names the blob it would translate the output into. */
  private static String outputBlob(JobState state) {
    return state.outcome().map(JobOutcome::outputBlob).orElse("outputData");
  }

  private static void putProgress(ObjectNode node, JobState state, Shape shape) {
    Timestamps times = state.times();
    node.put("beginExecutionTime", ApiTime.ofProvider(times.begun()));
    node.put("cancellationTime", ApiTime.ofProvider(times.cancelled()));
    node.put("lastModifiedTime", time(times.modified(), shape));
    node.set(
        "quantumComputingData",
        shape == Shape.CREATED ? NullNode.instance : EmulatorJson.object().put("count", 1));
    Optional<JobFailure> failure = state.outcome().flatMap(JobOutcome::failure);
    if (failure.isPresent()) {
      node.putObject("errorData")
          .put("code", failure.get().code())
          .put("message", failure.get().text());
    } else {
      node.putNull("errorData");
    }
  }

  private static JsonNode costs(EmulatedJob job, JobState state) {
    if (state.phase() != JobPhase.SUCCEEDED) {
      return NullNode.instance;
    }
    EmulatedTarget target = EmulatedTargets.find(job.definition().target()).orElseThrow();
    return CostEstimate.of(target, state.outcome().orElseThrow().consumed());
  }

  private static void putVersioned(
      ObjectNode node, JobState state, JobLabels labels, String apiVersion) {
    if (apiVersion.compareTo(RECORDED_VERSION) <= 0) {
      node.put("jobPriority", "Basic");
      node.put("isCancelling", state.phase() == JobPhase.CANCELLING);
      return;
    }
    node.put("priority", labels.priority());
    node.put("lastUpdatedTime", node.get("lastModifiedTime").textValue());
    node.putNull("createdBy").putNull("createdByType");
    node.putNull("lastModifiedBy").putNull("lastModifiedByType");
    node.putNull("usage");
  }

  private static String time(Instant instant, Shape shape) {
    return shape == Shape.LISTED ? ApiTime.ofList(instant) : ApiTime.ofJob(instant);
  }
}
