package io.quantumexecutor.function;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.TimerTrigger;
import io.quantumexecutor.lifecycle.accept.CountActiveJobs;
import io.quantumexecutor.lifecycle.watch.PollJobs;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** The timer trigger: resends what is due, watches what the provider has, collects results. */
public final class PollFunction {
  /** Well below the function's time-out; what is left is done by the next tick. */
  private static final Duration BUDGET = Duration.ofSeconds(100);

  private final PollJobs poll;
  private final CountActiveJobs count;
  private final LongSupplier upstreamCalls;
  private final CallScope scope;

  /**
   * @param upstreamCalls how many calls went to the provider so far
   */
  PollFunction(PollJobs poll, CountActiveJobs count, LongSupplier upstreamCalls, CallScope scope) {
    this.poll = poll;
    this.count = count;
    this.upstreamCalls = upstreamCalls;
    this.scope = scope;
  }

  @FunctionName("PollJobs")
  public void poll(
      @TimerTrigger(name = "timer", schedule = "%POLL_SCHEDULE%") String timer,
      ExecutionContext context) {
    scope.within(
        context,
        null,
        () -> {
          PollJobs.Report report = tick(context);
          count.countIfDue();
          return report;
        });
  }

  private PollJobs.Report tick(ExecutionContext context) {
    long before = upstreamCalls.getAsLong();
    PollJobs.Report report = poll.tick(BUDGET);
    report.troubles().forEach(context.getLogger()::warning);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("event", "sweep");
    facts.put("due_rows", report.rows());
    facts.put("looked", report.looked());
    facts.put("ended", report.ended());
    facts.put("troubles", report.troubles().size());
    facts.put("upstream_calls", upstreamCalls.getAsLong() - before);
    facts.put("oldest_overdue_seconds", report.oldestOverdue().toSeconds());
    scope.lines().line(facts);
    return report;
  }
}
