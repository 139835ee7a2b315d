package io.quantumexecutor.api;

import io.quantumexecutor.api.request.AccessProblems;
import io.quantumexecutor.api.request.ApiPolicy;
import io.quantumexecutor.api.request.Fingerprints;
import io.quantumexecutor.api.request.NotedProblems;
import io.quantumexecutor.api.request.Secrets;
import io.quantumexecutor.api.request.SubmissionProblems;
import io.quantumexecutor.api.request.SubmissionReader;
import io.quantumexecutor.api.view.ApiJson;
import io.quantumexecutor.job.DispatchQueue;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.QueueMessage;
import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.job.SubmissionOptions;
import io.quantumexecutor.lifecycle.BusyException;
import io.quantumexecutor.lifecycle.WorkCost;
import io.quantumexecutor.lifecycle.WorkLedger;
import io.quantumexecutor.lifecycle.accept.AcceptJob;
import io.quantumexecutor.lifecycle.accept.AcceptOutcome;
import io.quantumexecutor.lifecycle.accept.AcceptOutcome.JobAccepted;
import io.quantumexecutor.lifecycle.accept.CheckSubmission;
import io.quantumexecutor.lifecycle.accept.RefusedMessage;
import io.quantumexecutor.workspace.AccessDeniedException;
import io.quantumexecutor.workspace.Grant;
import io.quantumexecutor.workspace.WorkspaceAccess;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes jobs of the submissions that were dropped into the queue {@code quantum-jobs}. */
public final class AcceptDrop {
  private static final String SECRET =
      "a message must not contain a client secret: everybody who reads the queue can see it; replace"
          + " the secret, then submit by HTTP, or give resource_id alone";

  private static final Map<AcceptOutcome, Failure> REFUSALS =
      Map.of(
          new AcceptOutcome.KeyReused(),
          Failure.of(
              "idempotency-key-reused", "the message's idempotency_key belongs to another one"),
          new AcceptOutcome.Deleted(),
          Failure.of("gone", "the job of the message's idempotency_key was deleted"));

  private final CheckSubmission check;
  private final WorkspaceAccess access;
  private final AcceptJob accept;
  private final Fingerprints fingerprints;
  private final SubmissionReader reader;
  private final DispatchQueue queue;
  private final ActiveJobRoom room;
  private final WorkLedger work;
  private final DropPolicy policy;

  /** Who owns drops, and what holds for every submission. */
  public record DropPolicy(Owner owner, ApiPolicy submissions) {}

  /**
   * Accepts drops.
   *
   * @param fingerprints makes the keyed hashes of idempotency
   * @param queue where the drops come from
   * @param room for unfinished jobs of their owner
   * @param work where reading programs is charged
   */
  public AcceptDrop(
      CheckSubmission check,
      WorkspaceAccess access,
      AcceptJob accept,
      Fingerprints fingerprints,
      DispatchQueue queue,
      ActiveJobRoom room,
      WorkLedger work,
      DropPolicy policy) {
    this.check = check;
    this.access = access;
    this.accept = accept;
    this.fingerprints = fingerprints;
    this.reader = new SubmissionReader(policy.submissions());
    this.queue = queue;
    this.room = room;
    this.work = work;
    this.policy = policy;
  }

  /**
   * Makes a job of a drop: one that will be submitted, or one that has failed and lists everything
   * that is wrong. The same message delivered again finds the job it made. When storage is in
   * trouble or the owner has no room, the drop is put back together with the id that it came with:
   * it may have been accepted already, and its poison copy would have another.
   *
   * @return empty if it was put back
   * @throws StorageTroubleException if that failed too: the message must come back
   */
  public Optional<Job> accept(QueueMessage.Drop drop) {
    try {
      if (!room.isFull(policy.owner())
          && work.within(WorkCost.ofProgram(drop.text()), () -> jobOf(drop))
              instanceof JobAccepted accepted) {
        if (!accepted.replayed()) {
          room.take(policy.owner());
        }
        return Optional.of(accepted.job());
      }
    } catch (StorageTroubleException | BusyException e) {
      // It is not known what became of it: the same message finds out.
    }
    queue.putBack(drop);
    return Optional.empty();
  }

  private AcceptOutcome jobOf(QueueMessage.Drop drop) {
    String body = drop.body();
    SubmissionReader.Read read = reader.read(body);
    SubmissionProblems found = SubmissionProblems.of(read, check, check::checkOffline);
    List<Problem> problems = new NotedProblems();
    problems.addAll(found.all());
    Optional<Grant> grant = grant(body, read, problems);
    if (!problems.isEmpty() || grant.isEmpty()) {
      return refuse(drop, read, new Failure(code(found), summary(problems), problems));
    }
    Submission submission = found.checked().orElseThrow().submission();
    String key = read.idempotencyKey().orElse(drop.mark());
    AcceptOutcome outcome =
        accept.accept(policy.owner(), submission, grant.get(), fingerprints.key(key, body));
    return REFUSALS.containsKey(outcome) ? refuse(drop, read, REFUSALS.get(outcome)) : outcome;
  }

  /** Under the message's own mark: the sender's key stays free for what is right. */
  private AcceptOutcome refuse(
      QueueMessage.Drop drop, SubmissionReader.Read read, Failure failure) {
    RefusedMessage message =
        new RefusedMessage(
            drop.firstId(),
            read.options().map(SubmissionOptions::name).orElse(null),
            read.options().map(SubmissionOptions::tags).orElse(List.of()));
    return accept.refuse(
        policy.owner(),
        failure,
        message,
        policy.submissions().partition(),
        fingerprints.key(drop.mark(), drop.body()));
  }

  private static String code(SubmissionProblems found) {
    boolean onlyOverMaxCost = found.ofRequest().isEmpty() && found.ofProgram().isEmpty();
    return onlyOverMaxCost
        ? found.overMaxCost().map(Failure::code).orElse("invalid-request")
        : "invalid-request";
  }

  /** The right to run the job; what keeps it from being given is noted. */
  private Optional<Grant> grant(String body, SubmissionReader.Read read, List<Problem> problems) {
    Optional<String> secret = ApiJson.parse(body).flatMap(Secrets::place);
    secret.ifPresent(place -> problems.add(Problem.at(place, SECRET)));
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    try {
      return read.backend().access().map(access::unproven);
    } catch (AccessDeniedException e) {
      problems.add(AccessProblems.problem(e.step(), read.backend().places()));
      return Optional.empty();
    }
  }

  private static String summary(List<Problem> problems) {
    return problems.size() == 1
        ? problems.get(0).message()
        : problems.size() + " things are wrong with the message; see problems";
  }
}
