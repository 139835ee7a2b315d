package io.quantumexecutor.function;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import io.quantumexecutor.api.JobApi;
import io.quantumexecutor.api.PreflightApi;
import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.view.ApiResponse;
import java.util.Optional;
import java.util.function.Function;

/** The HTTP triggers under {@code /api/jobs}. */
public final class JobFunctions {
  private final JobApi jobs;
  private final PreflightApi preflight;
  private final CallScope scope;

  JobFunctions(JobApi jobs, PreflightApi preflight, CallScope scope) {
    this.jobs = jobs;
    this.preflight = preflight;
    this.scope = scope;
  }

  private HttpResponseMessage answer(
      HttpRequestMessage<Optional<String>> request,
      ExecutionContext context,
      Function<ApiRequest, ApiResponse> route) {
    return scope.within(
        context,
        request.getHeaders().get("traceparent"),
        () -> HttpBinding.answer(request, context, route));
  }

  @FunctionName("AcceptJob")
  public HttpResponseMessage submit(
      @HttpTrigger(
              name = "request",
              methods = HttpMethod.POST,
              route = "jobs",
              authLevel = AuthorizationLevel.FUNCTION)
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    return answer(request, context, jobs::submit);
  }

  @FunctionName("PreflightJob")
  public HttpResponseMessage preflight(
      @HttpTrigger(
              name = "request",
              methods = HttpMethod.POST,
              route = "jobs/preflight",
              authLevel = AuthorizationLevel.FUNCTION)
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    return answer(request, context, preflight::preflight);
  }

  @FunctionName("ListJobs")
  public HttpResponseMessage list(
      @HttpTrigger(
              name = "request",
              methods = HttpMethod.GET,
              route = "jobs",
              authLevel = AuthorizationLevel.FUNCTION)
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    return answer(request, context, jobs::list);
  }

  @FunctionName("GetJob")
  public HttpResponseMessage get(
      @HttpTrigger(
              name = "request",
              methods = HttpMethod.GET,
              route = "jobs/{id}",
              authLevel = AuthorizationLevel.FUNCTION)
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    return answer(request, context, jobs::get);
  }

  @FunctionName("GetResult")
  public HttpResponseMessage result(
      @HttpTrigger(
              name = "request",
              methods = HttpMethod.GET,
              route = "jobs/{id}/result",
              authLevel = AuthorizationLevel.FUNCTION)
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    return answer(request, context, jobs::result);
  }

  @FunctionName("GetSubmitted")
  public HttpResponseMessage submitted(
      @HttpTrigger(
              name = "request",
              methods = HttpMethod.GET,
              route = "jobs/{id}/submitted",
              authLevel = AuthorizationLevel.FUNCTION)
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    return answer(request, context, jobs::submitted);
  }

  @FunctionName("CancelJob")
  public HttpResponseMessage cancel(
      @HttpTrigger(
              name = "request",
              methods = HttpMethod.POST,
              route = "jobs/{id}/cancel",
              authLevel = AuthorizationLevel.FUNCTION)
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    return answer(request, context, jobs::cancel);
  }

  @FunctionName("RetryJob")
  public HttpResponseMessage retry(
      @HttpTrigger(
              name = "request",
              methods = HttpMethod.POST,
              route = "jobs/{id}/retry",
              authLevel = AuthorizationLevel.FUNCTION)
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    return answer(request, context, jobs::retry);
  }

  @FunctionName("ChangeJob")
  public HttpResponseMessage change(
      @HttpTrigger(
              name = "request",
              methods = HttpMethod.PATCH,
              route = "jobs/{id}",
              authLevel = AuthorizationLevel.FUNCTION)
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    return answer(request, context, jobs::change);
  }

  @FunctionName("DeleteJob")
  public HttpResponseMessage delete(
      @HttpTrigger(
              name = "request",
              methods = HttpMethod.DELETE,
              route = "jobs/{id}",
              authLevel = AuthorizationLevel.FUNCTION)
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    return answer(request, context, jobs::delete);
  }
}
