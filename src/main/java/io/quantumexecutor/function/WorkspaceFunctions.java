package io.quantumexecutor.function;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import io.quantumexecutor.api.WorkspaceApi;
import java.util.Optional;

/** The HTTP triggers under {@code /api/workspaces}. */
public final class WorkspaceFunctions {
  private final WorkspaceApi workspaces;

  WorkspaceFunctions(WorkspaceApi workspaces) {
    this.workspaces = workspaces;
  }

  @FunctionName("CheckWorkspace")
  public HttpResponseMessage check(
      @HttpTrigger(
              name = "request",
              methods = HttpMethod.POST,
              route = "workspaces/check",
              authLevel = AuthorizationLevel.FUNCTION)
          HttpRequestMessage<Optional<String>> request,
      ExecutionContext context) {
    return HttpBinding.answer(request, context, workspaces::check);
  }
}
