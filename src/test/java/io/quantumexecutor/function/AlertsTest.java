package io.quantumexecutor.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.azure.functions.ExecutionContext;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobEnd;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobOrigin;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.JobSummary;
import io.quantumexecutor.job.TraceContext;
import io.quantumexecutor.lifecycle.JobFixture;
import io.quantumexecutor.lifecycle.accept.CountActiveJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the queries of the alerts against the lines that the code logs. */
final class AlertsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JobFixture fixture = new JobFixture();
  private final LoggedLines lines = new LoggedLines();
  private final Kept kept = new Kept();

  @Test
  void sweep_nothingToDo_logsTheFactsOfTheQuery() throws IOException {
    new PollFunction(
            fixture.useCases.poll(),
            new CountActiveJobs(fixture.ownerCounts, fixture.clock),
            () -> 0,
            new CallScope(lines, new TraceContext()))
        .poll("{}", kept);

    JsonNode line = onlyLine();
    assertThat(facts("sweep")).contains("oldest_overdue_seconds").allMatch(line::has);
    assertThat(line.path("event").textValue()).isEqualTo("sweep");
    assertThat(line.path("oldest_overdue_seconds").isIntegralNumber()).isTrue();
  }

  @Test
  void jobState_jobThatFailed_isCountedAsFailed() throws IOException {
    Instant now = fixture.clock.instant();
    Job job =
        Job.accepted(
            new JobKey(JobFixture.OWNER, new JobId(new UUID(1, 2))),
            new JobSummary(now, null, List.of(), null, null, 1, now, "partition", JobOrigin.PLAIN));

    lines.within(
        kept.logger,
        () -> {
          lines.changed(job.ended(now, JobEnd.failed("Failed", Failure.of("broken", "it broke"))));
          return 0;
        });

    JsonNode line = onlyLine();
    assertThat(facts("job-state")).contains("to").allMatch(line::has);
    assertThat(line.path("event").textValue()).isEqualTo("job-state");
    assertThat(query("job-state")).contains("state == \"" + line.path("to").textValue() + "\"");
  }

  @Test
  void jobState_everyFinalState_isCountedAsEnded() throws IOException {
    String states = query("job-state").replaceAll("(?s).*state in \\(([^)]*)\\).*", "$1");

    for (JobStatus status : JobStatus.values()) {
      assertThat(states.contains("\"" + status + "\""))
          .as("%s", status)
          .isEqualTo(status.isFinal());
    }
  }

  @Test
  void lines_ofTheLog_areNotSampled() throws IOException {
    JsonNode host = JSON.readTree(Path.of("host.json").toFile());

    assertThat(host.at("/logging/applicationInsights/samplingSettings/excludedTypes").textValue())
        .contains("Trace");
  }

  private JsonNode onlyLine() throws IOException {
    assertThat(kept.messages).hasSize(1);
    return JSON.readTree(kept.messages.get(0));
  }

  /** The query that reads the lines of an event. */
  private static String query(String event) throws IOException {
    String alerts = Files.readString(Path.of("infra/modules/alerts.bicep"));
    int start = alerts.indexOf("'| where Message has \"" + event + "\"'");
    assertThat(start).as("the query of " + event).isPositive();
    String query = alerts.substring(start, alerts.indexOf("'\\n'", start));
    assertThat(query).contains("tostring(line.event) == \"" + event + "\"");
    return query;
  }

  /** What a query reads of each line. */
  private static List<String> facts(String event) throws IOException {
    return Pattern.compile("\\bline\\.(\\w+)")
        .matcher(query(event))
        .results()
        .map(fact -> fact.group(1))
        .toList();
  }

  /** A call whose log is kept. */
  private static final class Kept extends Handler implements ExecutionContext {
    private final List<String> messages = new ArrayList<>();
    private final Logger logger = Logger.getAnonymousLogger();

    Kept() {
      logger.setUseParentHandlers(false);
      logger.addHandler(this);
    }

    @Override
    public void publish(LogRecord logged) {
      assertThat(logged.getLevel()).isEqualTo(Level.INFO);
      messages.add(logged.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public Logger getLogger() {
      return logger;
    }

    @Override
    public String getInvocationId() {
      return "call";
    }

    @Override
    public String getFunctionName() {
      return "PollJobs";
    }
  }
}
