package io.quantumexecutor.function;

import com.microsoft.azure.functions.ExecutionContext;
import io.quantumexecutor.job.TraceContext;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What holds while one call is served: whose log its lines go to, which trace it is of, and what
 * ends the process.
 */
record CallScope(LoggedLines lines, TraceContext trace, FatalErrors fatal) {
  CallScope(LoggedLines lines, TraceContext trace) {
    this(lines, trace, FatalErrors.OF_THIS_PROCESS);
  }

  /**
   * Serves a call.
   *
   * @param traceparent the trace that the caller named, null if it named none
   */
  <T> T within(ExecutionContext context, @Nullable String traceparent, Supplier<T> work) {
    return fatal.within(
        () -> lines.within(context.getLogger(), () -> trace.within(traceparent, work)));
  }
}
