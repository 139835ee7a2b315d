package io.quantumexecutor.function;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import io.quantumexecutor.api.OpenApi;
import java.util.Optional;

/** The HTTP trigger of {@code /api/openapi.json}, open to everybody. */
public final class OpenApiFunction {
  private final OpenApi openApi;

  OpenApiFunction(OpenApi openApi) {
    this.openApi = openApi;
  }

  @FunctionName("OpenApi")
  public HttpResponseMessage document(
      @HttpTrigger(
              name = "request",
              methods = HttpMethod.GET,
              route = "openapi.json",
              authLevel = AuthorizationLevel.ANONYMOUS)
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    return HttpBinding.answer(request, context, openApi::document);
  }
}
