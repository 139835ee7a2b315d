package io.quantumexecutor.api;

import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.api.view.ProblemDocument;
import io.quantumexecutor.api.view.ProblemType;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.lifecycle.keep.ReadJobs;
import io.quantumexecutor.target.SentInput;
import java.nio.charset.StandardCharsets;

/** The answer of {@code GET /api/jobs/{id}/submitted}. */
final class SubmittedInput {
  private final ReadJobs jobs;
  private final JobKey key;
  private final Job job;

  SubmittedInput(ReadJobs jobs, JobKey key, Job job) {
    this.jobs = jobs;
    this.key = key;
    this.job = job;
  }

  ApiResponse answer(ApiRequest request) {
    return jobs.sent(key)
        .map(SentInput::bytes)
        .map(input -> ApiResponse.of(200, contentType(input), input))
        .orElseGet(() -> none(request));
  }

  /**
   * The media type of an input, told by how it begins, so that it stays right for inputs of any
   * age: JSON (IonQ, Pulser), LLVM bitcode by its magic number, OpenQASM (Azure Quantum's own name
   * for it), any other text (QIR, Quil).
   */
  private static String contentType(byte[] input) {
    String start = new String(input, 0, Math.min(input.length, 64), StandardCharsets.ISO_8859_1);
    String text = start.stripLeading();
    if (text.startsWith("{")) {
      return "application/json; charset=utf-8";
    }
    if (start.startsWith("BC\u00c0\u00de")) {
      return "application/octet-stream";
    }
    return text.startsWith("OPENQASM") ? "application/qasm" : "text/plain; charset=utf-8";
  }

  private ApiResponse none(ApiRequest request) {
    if (job.isFinal()) {
      return ProblemDocument.of(ProblemType.NO_INPUT, "The job ended before it was translated.")
          .response(request.invocationId());
    }
    return ProblemDocument.of(
            ProblemType.NOT_SUBMITTED,
            "The input is written when the job is submitted to the provider; ask again in a few seconds.")
        .response(request.invocationId())
        .with("Retry-After", "5");
  }
}
