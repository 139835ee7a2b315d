package io.quantumexecutor.function;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import com.microsoft.azure.functions.annotation.TimerTrigger;
import io.quantumexecutor.job.CountActiveJobs;
import io.quantumexecutor.job.PollJobs;
import io.quantumexecutor.job.PollRange;
import java.time.Duration;
import java.util.Optional;

/**
 * The timer trigger: resends what is due, watches what the provider has, collects results; and the
 * queue trigger for what one tick hands over to other instances.
 */
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
    log(poll.tick(BUDGET), context);
    count.countIfDue();
  }

  @FunctionName("PollRange")
  public void range(
      @QueueTrigger(
              name = "message",
              queueName = "quantum-polls",
              connection = "AzureWebJobsStorage")
          String message,
      ExecutionContext context) {
    Optional<PollRange> range = PollRange.parse(message);
    if (range.isPresent()) {
      log(poll.range(range.get(), BUDGET), context);
    } else {
      context.getLogger().warning("a message in quantum-polls names no range of jobs");
    }
  }

  private static void log(PollJobs.Report report, ExecutionContext context) {
    report.troubles().forEach(context.getLogger()::warning);
    if (report.rows() + report.ended() > 0) {
      context.getLogger().info(report.rows() + " rows were due, " + report.ended() + " jobs ended");
    }
  }
}
