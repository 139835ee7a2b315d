package io.quantumexecutor.storage;

import io.quantumexecutor.job.EventFilter;
import io.quantumexecutor.job.IdempotencyKey;
import io.quantumexecutor.job.IdentityKey;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobIds;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobOrigin;
import io.quantumexecutor.job.JobSummary;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.Program;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.job.SubmissionOptions;
import io.quantumexecutor.job.WhenUnavailable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.TestInfo;

/** Jobs and what belongs to them, for one owner who is nobody else's. */
final class TestJobs {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final Owner owner;
  private final SplittableRandom random;

  TestJobs(Owner owner) {
    this.owner = owner;
    this.random = new SplittableRandom(owner.key().hashCode());
  }

  /** An owner named after the test, so that tests do not meet in one storage account. */
  static Owner ownerOf(TestInfo test) {
    String name =
        test.getTestClass().orElseThrow().getSimpleName()
            + test.getTestMethod().orElseThrow().getName();
    int hash = name.hashCode();
    String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return new Owner(
        letters.substring(0, Math.min(50, letters.length())) + HexFormat.of().toHexDigits(hash));
  }

  static Supplier<String> writeIds() {
    AtomicLong next = new AtomicLong();
    return () -> "write-" + next.incrementAndGet();
  }

  Owner owner() {
    return owner;
  }

  synchronized JobId id(Instant createdAt) {
    return new JobIds(() -> createdAt, random).next();
  }

  JobKey key() {
    return new JobKey(owner, id(NOON));
  }

  Job accepted() {
    return accepted(NOON, "bell", "ionq.simulator");
  }

  Job accepted(Instant createdAt, String name, String backend) {
    JobSummary summary =
        new JobSummary(
            createdAt,
            name,
            List.of("demo", "it's 🚀"),
            "Standard",
            backend,
            1000,
            createdAt.plusSeconds(60),
            new IdentityKey("identity"),
            JobOrigin.PLAIN);
    return Job.accepted(new JobKey(owner, id(createdAt)), summary);
  }

  static Submission submission(String text) {
    return new Submission(
        new Program.Text("openqasm", false, text),
        "ionq.simulator",
        1000,
        Map.of("theta", 0.5),
        Map.of("noise", Map.of("model", "ideal")),
        new SubmissionOptions(
            "bell",
            List.of("demo"),
            "Standard",
            7L,
            168,
            null,
            null,
            WhenUnavailable.HOLD,
            EventFilter.END,
            null));
  }

  static IdempotencyKey idempotencyKey(String text) {
    return new IdempotencyKey(
        HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)), "fingerprint of " + text);
  }
}
