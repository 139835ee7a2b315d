package io.quantumexecutor.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quantumexecutor.job.Expiring;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.lifecycle.watch.PollJobs;
import io.quantumexecutor.storage.InMemoryRows;
import io.quantumexecutor.storage.TableRow;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows with words, or of kinds, that only another version knows stop nobody else. */
class UnknownRowsTest {
  private final JobFixture fixture = new JobFixture();

  /** Exchanges a word in the only row that has it. */
  private JobKey exchange(String table, Job job, String column, String word) {
    InMemoryRows rows = fixture.storage.table(table);
    TableRow row =
        rows.all().stream()
            .filter(it -> it.columns().containsKey(column))
            .filter(it -> holds(it, job))
            .findFirst()
            .orElseThrow();
    rows.replace(row.with(column, word));
    return job.key();
  }

  private static boolean holds(TableRow row, Job job) {
    String id = job.key().id().toString();
    return row.key().endsWith(id) || id.equals(row.text("job_id"));
  }

  private long reportsOf(String table) {
    return fixture.lines.stream()
        .filter(line -> line.get("event").equals("row-skipped") && line.get("table").equals(table))
        .count();
  }

  @Test
  void tick_rowWithUnknownWork_handlesTheOthers() {
    exchange("activejobs", fixture.accepted(), "work", "STEP");
    Job other = fixture.accepted();
    int sent = fixture.messages().size();

    PollJobs.Report report = fixture.tick(Duration.ofMinutes(5));
    fixture.tick(Duration.ofMinutes(5));

    assertThat(report.rows()).isEqualTo(1);
    assertThat(fixture.messages().subList(sent, fixture.messages().size()))
        .isNotEmpty()
        .allMatch(message -> message.contains(other.key().id().toString()));
    assertThat(reportsOf("activejobs")).as("reported once").isOne();
    assertThat(fixture.lines)
        .anyMatch(
            line ->
                "column work says STEP, which this version does not know".equals(line.get("why")));
  }

  @Test
  void tick_moreUnknownRowsThanATickTakes_stillReachesTheOthers() {
    InMemoryRows rows = fixture.storage.table("activejobs");
    Map<String, Object> unknown = Map.of("due", "2020-01-01T00:00:00.000000000Z");
    for (int n = 0; n < 2_500; n++) {
      rows.insert(TableRow.of("0-a-partition-before-all", "child-" + n, unknown));
    }
    fixture.accepted();

    assertThat(fixture.tick(Duration.ofMinutes(5)).rows()).isOne();
  }

  @Test
  void tick_unknownKindOfExpiry_removesTheOthers() {
    Job one = fixture.accepted();
    Job other = fixture.accepted();
    fixture.ports.expiring().add(Expiring.tombstone(one.key(), fixture.clock.instant()));
    fixture.ports.expiring().add(Expiring.tombstone(other.key(), fixture.clock.instant()));
    exchange("expiring", one, "kind", "BUDGET");

    PollJobs.Report report = fixture.tick(Duration.ofDays(3));

    assertThat(report.troubles()).isEmpty();
    assertThat(reportsOf("expiring")).isOne();
    assertThat(fixture.ports.expiring().due(LocalDate.parse("9999-12-31"), 10)).isEmpty();
    assertThat(fixture.storage.table("expiring").all()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"status, PAUSED", "kind, parent", "job_id, no id", "timeline, '[{'"})
  void list_unknownJob_showsTheOthers(String column, String word) {
    JobKey unknown = exchange("jobs", fixture.accepted(), column, word);
    Job other = fixture.accepted();

    assertThat(fixture.idsOf(JobFixture.OWNER)).containsExactly(other.key().id());
    assertThat(reportsOf("jobs")).isOne();
    assertThatExceptionOfType(StorageTroubleException.class)
        .isThrownBy(() -> fixture.ports.jobs().find(unknown))
        .withMessageStartingWith("row ");
  }

  @Test
  void tick_unknownStatusOfADueJob_isTroubleOfThatJobAlone() {
    exchange("jobs", fixture.accepted(), "status", "PAUSED");
    fixture.accepted();

    PollJobs.Report report = fixture.tick(Duration.ofMinutes(5));

    assertThat(report.rows()).isEqualTo(2);
    assertThat(report.troubles()).singleElement().asString().contains("status says PAUSED");
  }

  @Test
  void look_watchedRowOfAnotherVersion_endsTheOthers() {
    exchange("activejobs", fixture.submitted(), "due", "soon");
    Job other = fixture.submitted();
    fixture.finishAll(JobFixture.BELL_ANSWER);
    fixture.sweepIsDue();

    fixture.tick(Duration.ofMinutes(1));

    assertThat(fixture.now(other).status()).isEqualTo(JobStatus.COMPLETED);
  }
}
