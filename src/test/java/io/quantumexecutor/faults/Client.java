package io.quantumexecutor.faults;

import io.quantumexecutor.job.EventFilter;
import io.quantumexecutor.job.IdempotencyKey;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobOrigin;
import io.quantumexecutor.job.JobSummary;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.Program;
import io.quantumexecutor.job.SettableClock;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.job.SubmissionOptions;
import io.quantumexecutor.job.WhenUnavailable;
import io.quantumexecutor.lifecycle.accept.AcceptOutcome;
import io.quantumexecutor.lifecycle.dispatch.PrepareInput;
import io.quantumexecutor.storage.InMemoryStorage;
import io.quantumexecutor.storage.StorageClients;
import io.quantumexecutor.target.SentInput;
import io.quantumexecutor.target.Targets;
import io.quantumexecutor.workspace.FakeWorkspace;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who submits one program, again and again until it is accepted, with one key. */
final class Client {
  static final Owner OWNER = new Owner("alice");

  /** Tells its two qubits apart: its only outcome is {@link #OUTCOME}. */
  private static final String PROGRAM =
      "OPENQASM 2.0; include \"qelib1.inc\"; qreg q[2]; creg c[2];"
          + " x q[0]; measure q[0] -> c[0]; measure q[1] -> c[1];";

  /** The outcome of every job of a client, whatever version sent it. */
  static final String OUTCOME = "01";

  private final @Nullable IdempotencyKey key;
  private final Submission submission;
  private @Nullable JobKey accepted;

  /**
   * @param key null for a client who gives up after the first answer that is no acceptance
   * @param comment makes the program larger, so that it does not fit into a row
   */
  Client(@Nullable IdempotencyKey key, String comment) {
    this(key, comment, EventFilter.END, null);
  }

  /**
   * @param events which changes of state become events
   * @param callback address that is called at the end; null for none
   */
  Client(@Nullable IdempotencyKey key, String comment, EventFilter events, @Nullable URI callback) {
    this.key = key;
    submission =
        new Submission(
            new Program.Text("openqasm", false, PROGRAM + comment),
            "ionq.simulator",
            100,
            Map.of(),
            Map.of(),
            new SubmissionOptions(
                "bell",
                List.of(),
                null,
                7L,
                168,
                null,
                null,
                WhenUnavailable.HOLD,
                events,
                callback));
  }

  /** Runs a job that has ended once more, as it was. */
  static void retry(Instance instance, JobKey earlier) {
    Submission again = new Client(null, "").submission;
    if (instance.hasEnded(earlier)) {
      instance.useCases.accept().retry(earlier, again, OpenAccess.GRANT, null);
    }
  }

  /** What a version makes of the submission. */
  SentInput.Meaning inputOf(Release release) {
    InMemoryStorage nothing = new InMemoryStorage();
    StorageClients storage = new StorageClients(nothing, () -> "nobody", line -> {});
    FakeWorkspace workspace = new FakeWorkspace(new SettableClock());
    Targets targets = new Targets(release.catalogue(), workspace, new SettableClock());
    Job job =
        Job.accepted(
            new JobKey(OWNER, new JobId(new UUID(0x7000L, 7))),
            new JobSummary(
                Instant.EPOCH,
                null,
                List.of(),
                null,
                submission.target(),
                1,
                Instant.EPOCH,
                FakeWorkspace.PARTITION,
                JobOrigin.PLAIN));
    return new PrepareInput(storage.payloads(), release.translation(targets), Instance.WORK)
        .made(job, submission)
        .meaning();
  }

  Optional<JobKey> accepted() {
    return Optional.ofNullable(accepted);
  }

  boolean repeats() {
    return key != null && accepted == null;
  }

  /** Submits; throws what the API would answer 503 for. */
  void submit(Instance instance) {
    AcceptOutcome outcome =
        instance.useCases.accept().accept(OWNER, submission, OpenAccess.GRANT, key);
    if (outcome instanceof AcceptOutcome.JobAccepted found) {
      if (accepted != null && !accepted.equals(found.job().key())) {
        throw new AssertionError("one key, two jobs: " + accepted + " and " + found.job().key());
      }
      accepted = found.job().key();
    }
  }
}
