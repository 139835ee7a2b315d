package io.quantumexecutor.api;

import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.request.ChangeRequest;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.api.view.JobViews;
import io.quantumexecutor.api.view.ProblemDocument;
import io.quantumexecutor.api.view.ProblemType;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.JobStore.JobQuery;
import io.quantumexecutor.lifecycle.cancel.CancelJob;
import io.quantumexecutor.lifecycle.keep.ChangeJob;
import io.quantumexecutor.lifecycle.keep.DeleteJob;
import io.quantumexecutor.lifecycle.keep.ReadJobs;
import io.quantumexecutor.lifecycle.keep.ReadJobs.Detail;
import java.util.Optional;
import java.util.function.BiFunction;

/** The routes under {@code /api/jobs}: one method a route, from a request to an answer. */
public final class JobApi {
  private final AcceptJobApi submit;
  private final RetryApi retry;
  private final ReadJobs jobs;
  private final LongPoll poll;
  private final CancelJob cancel;
  private final ChangeJob change;
  private final DeleteJob delete;
  private final Admission admission;

  public JobApi(
      AcceptJobApi submit,
      RetryApi retry,
      LongPoll poll,
      CancelJob cancel,
      ChangeJob change,
      DeleteJob delete,
      Admission admission) {
    this.submit = submit;
    this.retry = retry;
    this.poll = poll;
    this.jobs = poll.jobs();
    this.cancel = cancel;
    this.change = change;
    this.delete = delete;
    this.admission = admission;
  }

  /** {@code POST /api/jobs}: 202 with the job, or every problem of the request. */
  public ApiResponse submit(ApiRequest request) {
    return admission.admit(request, caller -> submit.submit(caller, request));
  }

  /** {@code GET /api/jobs}: newest first; {@code ?owner=*} lists everybody's for administrators. */
  public ApiResponse list(ApiRequest request) {
    return admission.admit(
        request,
        caller -> {
          JobQuery query = JobList.query(request.query());
          return JobList.page(
              admission.callers().wantsEverybody(request, caller)
                  ? jobs.listAll(query)
                  : jobs.list(caller.owner(), query));
        });
  }

  /** {@code GET /api/jobs/{id}}; {@code ?wait=SECONDS} waits until its status changes. */
  public ApiResponse get(ApiRequest request) {
    return admission.admit(
        request,
        caller -> {
          Optional<JobKey> key = key(caller, request);
          boolean waited = key.isEmpty() || poll.await(request, key.get());
          ApiResponse answer =
              key.flatMap(jobs::detail).map(JobApi::detail).orElseGet(() -> notFound(request));
          return waited ? answer : answer.with("Retry-After", "2");
        });
  }

  /** {@code GET /api/jobs/{id}/result}, normalised unless {@code ?format=} says otherwise. */
  public ApiResponse result(ApiRequest request) {
    return withJob(request, (key, job) -> new JobResult(jobs, key, job).answer(request));
  }

  /** {@code GET /api/jobs/{id}/submitted}: the provider's input, byte for byte as sent. */
  public ApiResponse submitted(ApiRequest request) {
    return withJob(request, (key, job) -> new SubmittedInput(jobs, key, job).answer(request));
  }

  /** {@code POST /api/jobs/{id}/cancel}: 202, or 200 if it is cancelled, 409 if it has ended. */
  public ApiResponse cancel(ApiRequest request) {
    return admission.admit(
        request,
        caller ->
            key(caller, request)
                .flatMap(cancel::cancel)
                .map(job -> cancelled(request, job))
                .orElseGet(() -> notFound(request)));
  }

  /** {@code POST /api/jobs/{id}/retry}: 202 with a new job; 409 for one that has not ended. */
  public ApiResponse retry(ApiRequest request) {
    return admission.admit(
        request,
        caller ->
            key(caller, request)
                .flatMap(jobs::find)
                .map(job -> retry.retry(caller, job, jobs.submission(job.key()), request))
                .orElseGet(() -> notFound(request)));
  }

  /** {@code PATCH /api/jobs/{id}}: name and tags always, priority until the job has ended. */
  public ApiResponse change(ApiRequest request) {
    return withJob(
        request,
        (key, job) ->
            ChangeRequest.answer(request, change.change(key, ChangeRequest.read(request))));
  }

  /** {@code DELETE /api/jobs/{id}}: 204; 409 for a job that has not ended. */
  public ApiResponse delete(ApiRequest request) {
    return admission.admit(
        request,
        caller ->
            deleted(
                request,
                key(caller, request).map(delete::delete).orElse(DeleteJob.Outcome.UNKNOWN)));
  }

  private static ApiResponse deleted(ApiRequest request, DeleteJob.Outcome outcome) {
    return switch (outcome) {
      case DELETED -> ApiResponse.empty(204);
      case UNFINISHED ->
          ProblemDocument.of(ProblemType.NOT_ENDED, "Cancel it, then delete it.")
              .response(request.invocationId());
      case UNKNOWN -> notFound(request);
    };
  }

  private ApiResponse withJob(ApiRequest request, BiFunction<JobKey, Job, ApiResponse> answer) {
    return admission.admit(
        request,
        caller -> {
          Optional<JobKey> key = key(caller, request);
          return key.flatMap(jobs::find)
              .map(job -> answer.apply(key.get(), job))
              .orElseGet(() -> notFound(request));
        });
  }

  /** Another owner's job has another key: it is not found. */
  private static Optional<JobKey> key(Caller caller, ApiRequest request) {
    return request.jobSegment().flatMap(JobId::parse).map(id -> new JobKey(caller.owner(), id));
  }

  private static ApiResponse detail(Detail detail) {
    return ApiResponse.json(200, JobViews.full(detail.job(), detail.hold()));
  }

  private static ApiResponse cancelled(ApiRequest request, Job job) {
    if (job.status() == JobStatus.COMPLETED || job.status() == JobStatus.FAILED) {
      return ProblemDocument.of(ProblemType.ALREADY_ENDED, "The job is " + job.status() + ".")
          .response(request.invocationId());
    }
    int status = job.status() == JobStatus.CANCELLED ? 200 : 202;
    return ApiResponse.json(status, JobViews.full(job, null));
  }

  private static ApiResponse notFound(ApiRequest request) {
    return ProblemDocument.noSuchJob().response(request.invocationId());
  }
}
