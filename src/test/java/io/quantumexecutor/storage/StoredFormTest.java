package io.quantumexecutor.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.job.CostLimit;
import io.quantumexecutor.job.EventFilter;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.IdentityKey;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobOrigin;
import io.quantumexecutor.job.JobProgress;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.JobSummary;
import io.quantumexecutor.job.Outbox;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.Program;
import io.quantumexecutor.job.StatusChange;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.job.SubmissionOptions;
import io.quantumexecutor.job.Timeline;
import io.quantumexecutor.job.TimelineEntry;
import io.quantumexecutor.job.WhenUnavailable;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written can be read again, and by later versions too. */
final class StoredFormTest {
  private static final int SEEDS = 500;
  private static final List<JobStatus> STATUSES = List.of(JobStatus.values());

  private SplittableRandom random;

  @Test
  void job_anyFacts_comesBackEqualAndKeepsTheLimits() {
    for (int seed = 0; seed < SEEDS; seed++) {
      random = new SplittableRandom(seed);
      Job job = job();

      TableRow row = JobRows.encode(job).at("W/\"1\"");

      RowLimits.check(row);
      assertThat(JobRows.decode(row).stored("")).as("seed %d", seed).isEqualTo(job.stored(""));
    }
  }

  @Test
  void submission_anyFacts_comesBackEqual() {
    for (int seed = 0; seed < SEEDS; seed++) {
      random = new SplittableRandom(seed);
      Submission submission = submission();

      assertThat(Submissions.unpack(Submissions.pack(submission)))
          .as("seed %d", seed)
          .isEqualTo(submission);
    }
  }

  @Test
  void submission_asStored_hasTheseNames() {
    assertThat(StoredJson.write(TestJobs.submission("text")))
        .isEqualTo(
            """
            {"program":{"kind":"text","format":"openqasm","named":false,"text":"text"},\
            "target":"ionq.simulator","num_shots":1000,"parameters":{"theta":0.5},\
            "input_params":{"noise":{"model":"ideal"}},"options":{"name":"bell","tags":["demo"],\
            "priority":"Standard","random_seed":7,"hold_hours":168,\
            "when_unavailable":"HOLD","events":"END"}}""");
  }

  @Test
  void job_asStored_hasTheseColumns() {
    TestJobs jobs = new TestJobs(new Owner("alice"));
    Job job = jobs.accepted().claimed(TestJobs.NOON);

    assertThat(JobRows.encode(job).columns())
        .isEqualTo(
            Map.ofEntries(
                Map.entry("kind", "job"),
                Map.entry("job_id", job.key().id().toString()),
                Map.entry("status", "QUEUED"),
                Map.entry("attempt", 1),
                Map.entry("claim_until", "2026-11-22T12:00:00.000000000Z"),
                Map.entry("created_at", "2026-11-22T12:00:00.000000000Z"),
                Map.entry("hold_until", "2026-11-22T12:01:00.000000000Z"),
                Map.entry("name", "\"bell\""),
                Map.entry("tags", "[\"demo\",\"it's \\uD83D\\uDE80\"]"),
                Map.entry("backend", "\"ionq.simulator\""),
                Map.entry("num_shots", 1000),
                Map.entry("partition", "identity"),
                Map.entry("priority", "Standard"),
                Map.entry(
                    "timeline",
                    "[{\"at\":\"2026-11-22T12:00:00Z\",\"status\":\"QUEUED\","
                        + "\"why\":\"accepted\",\"times\":1}]")));
  }

  @Test
  void submission_writtenByALaterVersion_isRead() {
    String later =
        StoredJson.write(TestJobs.submission("text"))
            .replace("{\"format\"", "{\"new\":[1],\"format\"");

    assertThat(StoredJson.read(later, Submission.class)).isEqualTo(TestJobs.submission("text"));
  }

  @Test
  void rowKeys_laterJobs_sortFirst() {
    random = new SplittableRandom(1);
    TestJobs jobs = new TestJobs(new Owner("alice"));
    for (int n = 0; n < SEEDS; n++) {
      Instant earlier = Instant.ofEpochMilli(random.nextLong(1L << 40));
      Instant later = earlier.plusMillis(1 + random.nextInt(1_000_000));

      assertThat(JobKeys.job(jobs.id(later)))
          .isLessThan(JobKeys.since(later))
          .isLessThan(JobKeys.job(jobs.id(earlier)))
          .isGreaterThan(JobKeys.NEWEST)
          .isLessThan(JobKeys.END);
      assertThat(JobKeys.since(later)).isLessThan(JobKeys.job(jobs.id(earlier)));
    }
  }

  @Test
  void times_asTexts_sortLikeTimes() {
    random = new SplittableRandom(2);
    for (int n = 0; n < SEEDS; n++) {
      Instant one = time();
      Instant other = one.plusNanos(random.nextLong(-2_000_000_000L, 2_000_000_000L));

      assertThat(Integer.signum(Columns.format(one).compareTo(Columns.format(other))))
          .isEqualTo(Integer.signum(one.compareTo(other)));
      assertThat(Instant.parse(Columns.format(one))).isEqualTo(one);
    }
  }

  private Job job() {
    TestJobs jobs = new TestJobs(new Owner("alice" + random.nextInt(9)));
    JobKey key = jobs.key();
    JobSummary summary =
        new JobSummary(
            time(),
            maybe(this::text),
            texts(),
            maybe(() -> "High"),
            maybe(this::text),
            random.nextInt(),
            time(),
            new IdentityKey("identity"),
            new JobOrigin(maybe(jobs.key()::id), maybe(() -> "abc123"), maybe(this::text)));
    JobProgress progress =
        new JobProgress(
            status(),
            maybe(this::text),
            random.nextInt(100),
            maybe(this::time),
            maybe(this::time),
            maybe(this::time),
            maybe(this::time),
            maybe(this::failure));
    return new Job(key, summary, progress, new Timeline(entries()), outbox(), "");
  }

  private Outbox outbox() {
    return new Outbox(
        events(),
        maybe(this::address),
        Stream.generate(() -> new StatusChange(status(), maybe(this::text), time()))
            .limit(number())
            .toList());
  }

  private EventFilter events() {
    return random.nextBoolean() ? EventFilter.END : EventFilter.ALL;
  }

  private URI address() {
    return URI.create("https://example.com/" + random.nextInt() + "?a=b&c=%20");
  }

  private Failure failure() {
    return new Failure(text(), text(), Stream.generate(this::problem).limit(number()).toList());
  }

  private Problem problem() {
    return new Problem(text(), maybe(random::nextInt), maybe(random::nextInt), text());
  }

  private List<TimelineEntry> entries() {
    return Stream.generate(() -> new TimelineEntry(time(), status(), text(), number()))
        .limit(1 + number())
        .toList();
  }

  private Submission submission() {
    Map<String, Double> parameters = new HashMap<>();
    Map<String, Object> inputs = new LinkedHashMap<>();
    for (int n = number(); n > 0; n--) {
      parameters.put(text(), Double.longBitsToDouble(random.nextLong()));
      inputs.put(text(), value(3));
    }
    return new Submission(
        random.nextBoolean()
            ? new Program.Text(text(), random.nextBoolean(), text())
            : new Program.Binary(text(), text()),
        text(),
        random.nextInt(),
        parameters,
        inputs,
        new SubmissionOptions(
            maybe(this::text),
            texts(),
            maybe(this::text),
            maybe(random::nextLong),
            random.nextInt(),
            maybe(this::text),
            maybe(this::limit),
            random.nextBoolean() ? WhenUnavailable.HOLD : WhenUnavailable.REJECT,
            events(),
            maybe(this::address)));
  }

  private CostLimit limit() {
    return new CostLimit(BigDecimal.valueOf(random.nextInt(1000), 2), text());
  }

  private Object value(int depth) {
    return switch (random.nextInt(depth == 0 ? 6 : 8)) {
      case 0 -> text();
      case 1 -> random.nextInt();
      case 2 -> (long) Integer.MAX_VALUE + 1 + random.nextInt(1_000);
      case 3 -> random.nextDouble() * 1e300;
      case 4 -> random.nextBoolean();
      case 5 -> null;
      case 6 -> new ArrayList<>(Arrays.asList(value(depth - 1), value(depth - 1)));
      default -> {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(text(), value(depth - 1));
        yield object;
      }
    };
  }

  private JobStatus status() {
    return STATUSES.get(random.nextInt(STATUSES.size()));
  }

  private Instant time() {
    return Instant.ofEpochSecond(random.nextLong(1L << 34), random.nextInt(1_000_000_000));
  }

  private int number() {
    return random.nextInt(5);
  }

  private List<String> texts() {
    return Stream.generate(this::text).limit(number()).toList();
  }

  /** Any UTF-16 code units, half characters among them. */
  private String text() {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(20); n > 0; n--) {
      text.append((char) (random.nextBoolean() ? random.nextInt(0x80) : random.nextInt(0x10000)));
    }
    return text.toString();
  }

  private <T> T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }
}
