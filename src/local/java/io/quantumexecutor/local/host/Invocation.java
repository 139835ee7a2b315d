package io.quantumexecutor.local.host;

import com.microsoft.azure.functions.ExecutionContext;
import java.util.logging.Logger;

/** What a function learns about its call. */
record Invocation(String functionName, String invocationId, Logger logger)
    implements ExecutionContext {
  @Override
  public Logger getLogger() {
    return logger;
  }

  @Override
  public String getInvocationId() {
    return invocationId;
  }

  @Override
  public String getFunctionName() {
    return functionName;
  }
}
