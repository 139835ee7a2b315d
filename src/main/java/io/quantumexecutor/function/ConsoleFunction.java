package io.quantumexecutor.function;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import io.quantumexecutor.api.ConsoleApi;
import java.util.Optional;

/**
 * The HTTP trigger of {@code /api/console} and the files below it, open to everybody: a browser
 * loads a page before its user can show a key. Nothing of any job is among them.
 */
public final class ConsoleFunction {
  private final ConsoleApi console;

  ConsoleFunction(ConsoleApi console) {
    this.console = console;
  }

  /** The rest of the path may be empty (ASP.NET Core documentation, "Routing", catch-all). */
  @FunctionName("Console")
  public HttpResponseMessage file(
      @HttpTrigger(
              name = "request",
              methods = HttpMethod.GET,
              route = "console/{*file}",
              authLevel = AuthorizationLevel.ANONYMOUS)
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    return HttpBinding.answer(request, context, console::file);
  }
}
