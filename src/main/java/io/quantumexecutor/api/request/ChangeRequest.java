package io.quantumexecutor.api.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.api.view.ApiJson;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.api.view.JobViews;
import io.quantumexecutor.api.view.ProblemDocument;
import io.quantumexecutor.api.view.ProblemType;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.lifecycle.keep.ChangeJob;
import io.quantumexecutor.lifecycle.keep.JobChange;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Body and answers of {@code PATCH /api/jobs/{id}}: a JSON merge patch (RFC 7396). */
public final class ChangeRequest {
  private static final RequestBody BODIES = new RequestBody(64 << 10);
  private static final Set<String> TYPES =
      Set.of("application/merge-patch+json", "application/json");

  private ChangeRequest() {}

  public static JobChange read(ApiRequest request) {
    checkType(request);
    BODIES.requireSmall(request);
    JsonNode json = parse(RequestBody.of(request));
    List<Problem> problems = new NotedProblems();
    Fields fields = new Fields(json, "", problems);
    boolean setsName = json.has("job_name");
    boolean setsTags = json.has("tags");
    OptionFields labels = new OptionFields(fields);
    JobChange change =
        new JobChange(
            setsName,
            labels.name().orElse(null),
            setsTags ? labels.tags() : null,
            labels.priority().orElse(null));
    if (fields.isNull("priority")) {
      fields.wrong("priority", "cannot be removed; \"Standard\" is the usual one");
    }
    fields.any("tags");
    fields.refuseOthers();
    if (!problems.isEmpty()) {
      throw InvalidRequestException.of(problems);
    }
    return change;
  }

  public static ApiResponse answer(ApiRequest request, ChangeJob.Outcome outcome) {
    if (outcome instanceof ChangeJob.Outcome.Changed changed) {
      return ApiResponse.json(200, JobViews.full(changed.job(), null));
    }
    if (outcome instanceof ChangeJob.Outcome.Ended ended) {
      return ProblemDocument.of(
              ProblemType.ALREADY_ENDED,
              "The job is " + ended.status() + "; only job_name and tags can still change.")
          .response(request.invocationId());
    }
    if (outcome instanceof ChangeJob.Outcome.BeingSubmitted busy) {
      return ProblemDocument.of(
              ProblemType.BEING_SUBMITTED, "Change the priority again in a moment.")
          .response(request.invocationId())
          .with("Retry-After", Long.toString(Math.max(1, busy.retryAfter().toSeconds())));
    }
    if (outcome instanceof ChangeJob.Outcome.Unknown) {
      return ProblemDocument.noSuchJob().response(request.invocationId());
    }
    throw new IllegalStateException("unknown outcome " + outcome.getClass());
  }

  private static void checkType(ApiRequest request) {
    String given = request.header("content-type").orElse("application/json");
    String type = given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!TYPES.contains(type)) {
      throw new InvalidRequestException(
          ProblemDocument.of(
              ProblemType.UNSUPPORTED_MEDIA_TYPE,
              "Send a merge patch as application/merge-patch+json."));
    }
  }

  private static JsonNode parse(String body) {
    try {
      JsonNode json = ApiJson.MAPPER.readTree(body);
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw InvalidRequestException.of(List.of(Problem.at("", "the body is not JSON")));
    }
    throw InvalidRequestException.of(List.of(Problem.at("", "the body must be a JSON object")));
  }
}
