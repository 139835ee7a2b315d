package io.quantumexecutor.api;

import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.api.view.ProblemDocument;
import io.quantumexecutor.api.view.ProblemType;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.Payloads.Part;
import io.quantumexecutor.lifecycle.keep.ReadJobs;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The answer of {@code GET /api/jobs/{id}/result} in the format that was asked for. */
final class JobResult {
  private static final String JSON = "application/json; charset=utf-8";

  private final ReadJobs jobs;
  private final JobKey key;
  private final Job job;

  JobResult(ReadJobs jobs, JobKey key, Job job) {
    this.jobs = jobs;
    this.key = key;
    this.job = job;
  }

  ApiResponse answer(ApiRequest request) {
    String format = request.query().getOrDefault("format", "json");
    return switch (format) {
      case "json" -> completed(request, JSON, () -> jobs.part(key, Part.RESULT));
      case "csv" -> completed(request, "text/csv; charset=utf-8", () -> jobs.csv(key));
      case "classiq" -> completed(request, JSON, () -> jobs.executionDetails(key));
      case "raw" -> raw(request);
      default ->
          ProblemDocument.of(
                  ProblemType.INVALID_REQUEST, "format must be json, csv, classiq or raw.")
              .response(request.invocationId());
    };
  }

  private ApiResponse completed(
      ApiRequest request, String contentType, Supplier<Optional<byte[]>> result) {
    Optional<byte[]> found = job.status() == JobStatus.COMPLETED ? result.get() : Optional.empty();
    return found
        .map(bytes -> ApiResponse.of(200, contentType, bytes))
        .orElseGet(() -> none(request));
  }

  /** The provider's own bytes, of a failed job too if there are any. */
  private ApiResponse raw(ApiRequest request) {
    Optional<byte[]> raw = job.isFinal() ? jobs.part(key, Part.RAW) : Optional.empty();
    return raw.map(bytes -> ApiResponse.of(200, "application/octet-stream", bytes))
        .orElseGet(() -> none(request));
  }

  private ApiResponse none(ApiRequest request) {
    if (!job.isFinal()) {
      return ProblemDocument.of(ProblemType.NOT_FINISHED, "The job is " + job.status() + ".")
          .response(request.invocationId())
          .with("Retry-After", "5");
    }
    Failure failure = job.progress().failure();
    String why = failure == null ? "" : " " + failure.code() + ": " + failure.message();
    ProblemDocument document =
        new ProblemDocument(
            ProblemType.NO_RESULT,
            "The job is " + job.status() + "." + why,
            failure == null ? List.of() : failure.problems());
    return document.response(request.invocationId());
  }
}
