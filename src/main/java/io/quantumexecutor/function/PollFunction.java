package io.quantumexecutor.function;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.TimerTrigger;
import io.quantumexecutor.job.CountActiveJobs;
import io.quantumexecutor.job.PollJobs;
import java.time.Duration;

/** The timer trigger: resends what is due, watches what the provider has, collects results. */
public final class PollFunction {
  /** Well below the function's time-out; what is left is done by the next tick. */
  private static final Duration BUDGET = Duration.ofSeconds(100);

  private final PollJobs poll;
  private final CountActiveJobs count;

  PollFunction(PollJobs poll, CountActiveJobs count) {
    this.poll = poll;
    this.count = count;
  }

  @FunctionName("PollJobs")
  public void poll(
      @TimerTrigger(name = "timer", schedule = "%POLL_SCHEDULE%") String timer,
      ExecutionContext context) {
    count.countIfDue();
    PollJobs.Report report = poll.tick(BUDGET);
    report.troubles().forEach(context.getLogger()::warning);
    if (report.rows() + report.ended() > 0) {
      context.getLogger().info(report.rows() + " rows were due, " + report.ended() + " jobs ended");
    }
  }
}
