package io.quantumexecutor.function;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import io.quantumexecutor.api.HealthApi;
import java.util.Optional;

/** The HTTP trigger of {@code /api/health}, open to everybody. */
public final class HealthFunction {
  private final HealthApi health;

  HealthFunction(HealthApi health) {
    this.health = health;
  }

  @FunctionName("Health")
  public HttpResponseMessage health(
      @HttpTrigger(
              name = "request",
              methods = HttpMethod.GET,
              route = "health",
              authLevel = AuthorizationLevel.ANONYMOUS)
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    return HttpBinding.answer(request, context, health::health);
  }
}
