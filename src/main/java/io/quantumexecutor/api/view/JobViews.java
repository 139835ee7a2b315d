package io.quantumexecutor.api.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobProgress;
import io.quantumexecutor.job.JobSummary;
import io.quantumexecutor.job.TimelineEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a job looks on the wire. */
public final class JobViews {
  private JobViews() {}

  /** A job as a list shows it. */
  public static ObjectNode brief(Job job) {
    JobSummary summary = job.summary();
    JobProgress progress = job.progress();
    ObjectNode view = ApiJson.MAPPER.createObjectNode();
    view.put("id", job.key().id().toString());
    view.put("owner", job.key().owner().key());
    view.put("status", job.status().name());
    view.put("provider_status", progress.providerStatus());
    view.put("job_name", summary.name());
    ArrayNode tags = view.putArray("tags");
    summary.tags().forEach(tags::add);
    view.put("priority", summary.priority());
    view.put("backend_name", summary.backend());
    view.put("num_shots", summary.numShots());
    put(view, "created_at", summary.createdAt());
    put(view, "submitted_at", progress.submittedAt());
    put(view, "ended_at", progress.endedAt());
    if (progress.failure() != null) {
      view.set("error", failure(progress.failure()));
    }
    return view;
  }

  /** A job with its history. */
  public static ObjectNode full(Job job, ActiveJob.@Nullable Hold hold) {
    ObjectNode view = brief(job);
    put(view, "cancel_requested_at", job.progress().cancelRequestedAt());
    JobId retryOf = job.summary().origin().retryOf();
    view.put("retry_of", retryOf == null ? null : retryOf.toString());
    view.put("message_id", job.summary().origin().messageId());
    view.put("attempts", job.progress().attempt());
    if (hold != null) {
      ObjectNode held = view.putObject("held");
      put(held, "since", hold.since());
      put(held, "until", hold.until());
      held.put("code", hold.code());
      held.put("reason", hold.lastError());
    }
    ArrayNode timeline = view.putArray("timeline");
    for (TimelineEntry entry : job.timeline().entries()) {
      ObjectNode line = timeline.addObject();
      put(line, "at", entry.at());
      line.put("status", entry.status().name());
      line.put("why", entry.why());
      line.put("times", entry.times());
    }
    ObjectNode links = view.putObject("links");
    String self = "/api/jobs/" + job.key().id();
    links.put("self", self);
    links.put("result", self + "/result");
    links.put("submitted", self + "/submitted");
    links.put("cancel", self + "/cancel");
    links.put("retry", self + "/retry");
    return view;
  }

  static ObjectNode failure(Failure failure) {
    ObjectNode view = ApiJson.MAPPER.createObjectNode();
    view.put("code", failure.code());
    view.put("message", failure.message());
    if (!failure.problems().isEmpty()) {
      view.set("problems", ProblemDocument.list(failure.problems()));
    }
    return view;
  }

  private static void put(ObjectNode view, String name, @Nullable Instant at) {
    view.put(name, at == null ? null : at.toString());
  }
}
