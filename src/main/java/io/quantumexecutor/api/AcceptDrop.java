package io.quantumexecutor.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.api.request.AccessProblems;
import io.quantumexecutor.api.request.ApiPolicy;
import io.quantumexecutor.api.request.Drop;
import io.quantumexecutor.api.request.Secrets;
import io.quantumexecutor.api.request.SubmissionCheck;
import io.quantumexecutor.api.request.SubmissionReader;
import io.quantumexecutor.job.DispatchQueue;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.lifecycle.accept.AcceptJob;
import io.quantumexecutor.target.RefusedException;
import io.quantumexecutor.workspace.AccessDeniedException;
import io.quantumexecutor.workspace.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the messages of the queue {@code quantum-jobs}: our own, which name a job, and drops, which
 * hold a whole submission as HTTP bodies do.
 */
public final class AcceptDrop {
  private static final String SECRET =
      "a message must not contain a client secret: everybody who reads the queue can see it; replace"
          + " the secret, then submit by HTTP, or give resource_id alone";

  private final SubmitSteps steps;
  private final SubmissionReader reader;
  private final DispatchQueue queue;
  private final DropPolicy policy;

  /** Who owns drops, and what holds for every submission. */
  public record DropPolicy(Owner owner, ApiPolicy submissions) {}

  /**
   * Accepts drops.
   *
   * @param queue where the drops come from
   */
  public AcceptDrop(SubmitSteps steps, DispatchQueue queue, DropPolicy policy) {
    this.steps = steps;
    this.reader = new SubmissionReader(policy.submissions());
    this.queue = queue;
    this.policy = policy;
  }

  /** The job that one of our own messages names; empty when the message is something else. */
  public static Optional<JobKey> jobNamedBy(String message) {
    Optional<JsonNode> json = Drop.json(message).filter(JsonNode::isObject);
    return json.filter(node -> node.path("job_id").isTextual())
        .filter(node -> node.path("owner").isTextual() && !node.has("program"))
        .flatMap(
            node ->
                JobId.parse(node.path("job_id").textValue())
                    .flatMap(
                        id ->
                            Owner.parse(node.path("owner").textValue())
                                .map(owner -> new JobKey(owner, id))));
  }

  /** The trace that one of our own messages belongs to. */
  public static Optional<String> traceOf(String message) {
    return Drop.json(message).map(json -> json.path("traceparent").textValue());
  }

  /**
   * As {@link #accept}; when storage is in trouble the drop is put back together with the id that
   * it came with: it may have been accepted already, and its poison copy would have another.
   *
   * @return empty if it was put back
   * @throws StorageTroubleException if that failed too: the message must come back
   */
  public Optional<AcceptJob.Outcome> acceptOrPutBack(String message, String messageId) {
    try {
      return Optional.of(accept(message, messageId));
    } catch (StorageTroubleException e) {
      queue.putBack(Drop.of(message, messageId).again());
      return Optional.empty();
    }
  }

  /**
   * Makes a job of a drop: one that will be submitted, or one that has failed and lists everything
   * that is wrong. The same message delivered again finds the job it made.
   *
   * @param messageId the queue's id of the message
   */
  public AcceptJob.Outcome accept(String message, String messageId) {
    Drop drop = Drop.of(message, messageId);
    String body = drop.body();
    SubmissionReader.Read read = reader.read(body);
    String key = read.idempotencyKey().orElse(drop.mark());
    SubmissionCheck found =
        SubmissionCheck.of(
            read, steps.checks().submission(), steps.checks().submission()::checkOffline);
    List<Problem> problems = new ArrayList<>(found.all());
    Optional<Grant> grant = grant(body, read, problems);
    Owner owner = policy.owner();
    if (problems.isEmpty() && grant.isPresent()) {
      return steps
          .accept()
          .accept(
              owner,
              found.checked().orElseThrow().submission(),
              grant.get(),
              steps.fingerprints().key(key, body));
    }
    Failure failure = new Failure(code(found), summary(problems), problems);
    String partition = policy.submissions().partition();
    return steps.accept().refuse(owner, failure, partition, steps.fingerprints().key(key, body));
  }

  private static String code(SubmissionCheck found) {
    boolean onlyOverMaxCost = found.ofRequest().isEmpty() && found.ofProgram().isEmpty();
    return onlyOverMaxCost
        ? found.overMaxCost().map(RefusedException::code).orElse("invalid-request")
        : "invalid-request";
  }

  /** The right to run the job; what keeps it from being given is noted. */
  private Optional<Grant> grant(String body, SubmissionReader.Read read, List<Problem> problems) {
    Optional<String> secret = Drop.json(body).flatMap(Secrets::place);
    secret.ifPresent(place -> problems.add(Problem.at(place, SECRET)));
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    try {
      return read.backend().access().map(steps.checks().access()::unproven);
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
