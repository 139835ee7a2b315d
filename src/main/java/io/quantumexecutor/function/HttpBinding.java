package io.quantumexecutor.function;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import io.quantumexecutor.api.ErrorBoundary;
import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.view.ApiResponse;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;

/** Turns the worker's request into ours and our answer into the worker's. */
final class HttpBinding {
  private HttpBinding() {}

  /** The boundary of all HTTP triggers: what is not an answer is a bug, logged and answered 500. */
  static HttpResponseMessage answer(
      HttpRequestMessage<Optional<String>> message,
      ExecutionContext context,
      Function<ApiRequest, ApiResponse> route) {
    return answer(message, context, route, FatalErrors.OF_THIS_PROCESS);
  }

  static HttpResponseMessage answer(
      HttpRequestMessage<Optional<String>> message,
      ExecutionContext context,
      Function<ApiRequest, ApiResponse> route,
      FatalErrors fatal) {
    ApiResponse response;
    try {
      response = fatal.within(() -> route.apply(request(message, context)));
    } catch (RuntimeException | StackOverflowError e) {
      context.getLogger().log(Level.SEVERE, context.getFunctionName() + " failed", e);
      response = ErrorBoundary.internalError(context.getInvocationId());
    }
    HttpResponseMessage.Builder builder =
        message.createResponseBuilder(HttpStatusType.custom(response.status()));
    response.headers().forEach(builder::header);
    return builder.body(response.body()).build();
  }

  private static ApiRequest request(
      HttpRequestMessage<Optional<String>> message, ExecutionContext context) {
    return new ApiRequest(
        message.getUri().getPath(),
        message.getQueryParameters(),
        message.getHeaders(),
        message.getBody(),
        context.getInvocationId());
  }
}
