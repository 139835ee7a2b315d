package io.quantumexecutor.quantum;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;
import io.quantumexecutor.job.TraceContext;
import java.util.concurrent.atomic.LongAdder;

/** Counts the calls and adds the trace they belong to (W3C Trace Context). */
final class TracingPolicy extends HttpPipelineSyncPolicy {
  private static final HttpHeaderName TRACEPARENT = HttpHeaderName.fromString("traceparent");

  private final TraceContext trace;
  private final LongAdder calls;

  TracingPolicy(TraceContext trace, LongAdder calls) {
    this.trace = trace;
    this.calls = calls;
  }

  @Override
  protected void beforeSendingRequest(HttpPipelineCallContext context) {
    calls.increment();
    trace.current().ifPresent(it -> context.getHttpRequest().setHeader(TRACEPARENT, it));
  }
}
