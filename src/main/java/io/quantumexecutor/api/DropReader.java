package io.quantumexecutor.api;

import io.quantumexecutor.api.ReadDrop.Fit;
import io.quantumexecutor.api.ReadDrop.Unfit;
import io.quantumexecutor.api.ReadDrop.Verdict;
import io.quantumexecutor.api.request.AccessProblems;
import io.quantumexecutor.api.request.ApiPolicy;
import io.quantumexecutor.api.request.Fingerprints;
import io.quantumexecutor.api.request.NotedProblems;
import io.quantumexecutor.api.request.Secrets;
import io.quantumexecutor.api.request.SubmissionProblems;
import io.quantumexecutor.api.request.SubmissionReader;
import io.quantumexecutor.api.view.ApiJson;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.QueueMessage;
import io.quantumexecutor.job.SubmissionOptions;
import io.quantumexecutor.lifecycle.BusyException;
import io.quantumexecutor.lifecycle.WorkCost;
import io.quantumexecutor.lifecycle.WorkLedger;
import io.quantumexecutor.lifecycle.accept.CheckSubmission;
import io.quantumexecutor.lifecycle.accept.RefusedMessage;
import io.quantumexecutor.workspace.AccessDeniedException;
import io.quantumexecutor.workspace.Grant;
import io.quantumexecutor.workspace.WorkspaceAccess;
import java.util.List;
import java.util.Optional;

/** Reads drops and finds everything that is wrong with them; asks no network. */
public final class DropReader {
  private static final String SECRET =
      "a message must not contain a client secret: everybody who reads the queue can see it; replace"
          + " the secret, then submit by HTTP, or give resource_id alone";

  private final SubmissionReader reader;
  private final CheckSubmission check;
  private final WorkspaceAccess access;
  private final Fingerprints fingerprints;
  private final WorkLedger work;

  /**
   * Reads drops.
   *
   * @param fingerprints makes the keyed hashes of idempotency
   * @param work where reading programs is charged
   */
  public DropReader(
      CheckSubmission check,
      WorkspaceAccess access,
      Fingerprints fingerprints,
      WorkLedger work,
      ApiPolicy policy) {
    this.reader = new SubmissionReader(policy);
    this.check = check;
    this.access = access;
    this.fingerprints = fingerprints;
    this.work = work;
  }

  /**
   * Reads a drop.
   *
   * @throws BusyException if there is no memory for it at the moment
   */
  ReadDrop read(QueueMessage.Drop drop) {
    return work.within(WorkCost.ofProgram(drop.text()), () -> checked(drop));
  }

  private ReadDrop checked(QueueMessage.Drop drop) {
    String body = drop.body();
    SubmissionReader.Read read = reader.read(body);
    SubmissionProblems found = SubmissionProblems.of(read, check, check::checkOffline);
    return new ReadDrop(
        verdict(body, read, found),
        fingerprints.key(read.idempotencyKey().orElse(drop.mark()), body),
        fingerprints.key(drop.mark(), body),
        new RefusedMessage(
            drop.firstId(),
            read.options().map(SubmissionOptions::name).orElse(null),
            read.options().map(SubmissionOptions::tags).orElse(List.of())));
  }

  private Verdict verdict(String body, SubmissionReader.Read read, SubmissionProblems found) {
    List<Problem> problems = new NotedProblems();
    problems.addAll(found.all());
    Optional<Grant> grant = grant(body, read, problems);
    return problems.isEmpty() && grant.isPresent()
        ? new Fit(found.checked().orElseThrow().submission(), grant.get())
        : new Unfit(new Failure(code(found), summary(problems), problems));
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
