package io.quantumexecutor.function;

import com.microsoft.azure.functions.ExecutionContext;
import io.quantumexecutor.job.TraceContext;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What holds while one call is served: whose log its lines go to, and which trace it is of. */
record CallScope(LoggedLines lines, TraceContext trace) {
  /**
   * Serves a call.
   *
   * @param traceparent the trace that the caller named, null if it named none
   */
  <T> T within(ExecutionContext context, @Nullable String traceparent, Supplier<T> work) {
    return lines.within(context.getLogger(), () -> trace.within(traceparent, work));
  }
}
