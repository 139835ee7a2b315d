package io.quantumexecutor.faults;

import io.quantumexecutor.job.IdempotencyKey;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.Notice;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.Program;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.lifecycle.accept.AcceptJob;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody who submits one program, again and again until it is accepted, with one key. */
final class Client {
  static final Owner OWNER = new Owner("alice");
  private static final String BELL =
      "OPENQASM 2.0; include \"qelib1.inc\"; qreg q[2]; creg c[2];"
          + " h q[0]; cx q[0],q[1]; measure q -> c;";

  private final @Nullable IdempotencyKey key;
  private final Submission submission;
  private @Nullable JobKey accepted;

  /**
   * @param key null for a client who gives up after the first answer that is no acceptance
   * @param comment makes the program larger, so that it does not fit into a row
   */
  Client(@Nullable IdempotencyKey key, String comment) {
    this(key, comment, Notice.PLAIN);
  }

  /**
   * @param notice what the client wants to be told
   */
  Client(@Nullable IdempotencyKey key, String comment, Notice notice) {
    this.key = key;
    submission =
        new Submission(
            new Program("openqasm", false, BELL + comment, false),
            "ionq.simulator",
            100,
            Map.of(),
            Map.of(),
            new Submission.Options(
                "bell",
                List.of(),
                null,
                7L,
                168,
                null,
                new Submission.Terms(null, Submission.WhenUnavailable.HOLD, notice)));
  }

  /** Runs a job that has ended once more, as it was. */
  static void retry(Instance instance, JobKey earlier) {
    Submission again = new Client(null, "").submission;
    if (instance.hasEnded(earlier)) {
      instance.useCases.accept().retry(earlier, again, OpenAccess.GRANT, null);
    }
  }

  Optional<JobKey> accepted() {
    return Optional.ofNullable(accepted);
  }

  boolean repeats() {
    return key != null && accepted == null;
  }

  /** Submits; throws what the API would answer 503 for. */
  void submit(Instance instance) {
    AcceptJob.Outcome outcome =
        instance.useCases.accept().accept(OWNER, submission, OpenAccess.GRANT, key);
    if (outcome instanceof AcceptJob.Outcome.JobAccepted found) {
      if (accepted != null && !accepted.equals(found.job().key())) {
        throw new AssertionError("one key, two jobs: " + accepted + " and " + found.job().key());
      }
      accepted = found.job().key();
    }
  }
}
