package io.quantumexecutor.api;

import io.quantumexecutor.api.request.AccessProblems;
import io.quantumexecutor.api.request.ApiPolicy;
import io.quantumexecutor.api.request.Fingerprints;
import io.quantumexecutor.api.request.Secrets;
import io.quantumexecutor.api.request.SubmissionProblems;
import io.quantumexecutor.api.request.SubmissionReader;
import io.quantumexecutor.api.view.ApiJson;
import io.quantumexecutor.job.DispatchQueue;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.IdentityKey;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.QueueMessage;
import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.lifecycle.accept.AcceptJob;
import io.quantumexecutor.lifecycle.accept.AcceptOutcome;
import io.quantumexecutor.lifecycle.accept.CheckSubmission;
import io.quantumexecutor.workspace.AccessDeniedException;
import io.quantumexecutor.workspace.Grant;
import io.quantumexecutor.workspace.WorkspaceAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes jobs of the submissions that were dropped into the queue {@code quantum-jobs}. */
public final class AcceptDrop {
  private static final String SECRET =
      "a message must not contain a client secret: everybody who reads the queue can see it; replace"
          + " the secret, then submit by HTTP, or give resource_id alone";

  private final CheckSubmission check;
  private final WorkspaceAccess access;
  private final AcceptJob accept;
  private final Fingerprints fingerprints;
  private final SubmissionReader reader;
  private final DispatchQueue queue;
  private final DropPolicy policy;

  /** Who owns drops, and what holds for every submission. */
  public record DropPolicy(Owner owner, ApiPolicy submissions) {}

  /**
   * Accepts drops.
   *
   * @param fingerprints makes the keyed hashes of idempotency
   * @param queue where the drops come from
   */
  public AcceptDrop(
      CheckSubmission check,
      WorkspaceAccess access,
      AcceptJob accept,
      Fingerprints fingerprints,
      DispatchQueue queue,
      DropPolicy policy) {
    this.check = check;
    this.access = access;
    this.accept = accept;
    this.fingerprints = fingerprints;
    this.reader = new SubmissionReader(policy.submissions());
    this.queue = queue;
    this.policy = policy;
  }

  /**
   * As {@link #accept}; when storage is in trouble the drop is put back together with the id that
   * it came with: it may have been accepted already, and its poison copy would have another.
   *
   * @return empty if it was put back
   * @throws StorageTroubleException if that failed too: the message must come back
   */
  public Optional<AcceptOutcome> acceptOrPutBack(QueueMessage.Drop drop) {
    try {
      return Optional.of(accept(drop));
    } catch (StorageTroubleException e) {
      queue.putBack(drop);
      return Optional.empty();
    }
  }

  /**
   * Makes a job of a drop: one that will be submitted, or one that has failed and lists everything
   * that is wrong. The same message delivered again finds the job it made.
   */
  public AcceptOutcome accept(QueueMessage.Drop drop) {
    String body = drop.body();
    SubmissionReader.Read read = reader.read(body);
    String key = read.idempotencyKey().orElse(drop.mark());
    SubmissionProblems found = SubmissionProblems.of(read, check, check::checkOffline);
    List<Problem> problems = new ArrayList<>(found.all());
    Optional<Grant> grant = grant(body, read, problems);
    Owner owner = policy.owner();
    if (problems.isEmpty() && grant.isPresent()) {
      return accept.accept(
          owner,
          found.checked().orElseThrow().submission(),
          grant.get(),
          fingerprints.key(key, body));
    }
    Failure failure = new Failure(code(found), summary(problems), problems);
    IdentityKey partition = policy.submissions().partition();
    return accept.refuse(owner, failure, partition, fingerprints.key(key, body));
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
