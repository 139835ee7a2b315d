package io.quantumexecutor.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.job.AccessDeniedException;
import io.quantumexecutor.job.CheckSubmission;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.Grant;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.SubmitJob;
import io.quantumexecutor.job.WorkspaceAccess;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Reads the messages of the queue {@code quantum-jobs}: our own, which name a job, and drops, which
 * hold a whole submission as HTTP bodies do.
 */
public final class AcceptDrop {
  private static final String SECRET =
      "a message must not carry a client secret: it lies open in the queue and in whatever sent"
          + " it; replace the secret, then submit by HTTP or give the resource_id alone";

  private final CheckSubmission check;
  private final SubmitJob submit;
  private final WorkspaceAccess access;
  private final SubmissionReader reader;
  private final Fingerprints fingerprints;
  private final DropPolicy policy;

  /** Who owns drops, and what holds for every submission. */
  public record DropPolicy(Owner owner, ApiPolicy submissions) {}

  /**
   * Accepts drops.
   *
   * @param access tells whether the operator lets the job run where it is to run
   * @param fingerprints makes the keyed hashes of idempotency
   */
  public AcceptDrop(
      CheckSubmission check,
      SubmitJob submit,
      WorkspaceAccess access,
      Fingerprints fingerprints,
      DropPolicy policy) {
    this.check = check;
    this.submit = submit;
    this.access = access;
    this.reader = new SubmissionReader(policy.submissions().holdHours());
    this.fingerprints = fingerprints;
    this.policy = policy;
  }

  /** The job that one of our own messages names; empty when the message is something else. */
  public static Optional<JobKey> jobNamedBy(String message) {
    Optional<JsonNode> json = json(message).filter(JsonNode::isObject);
    return json.filter(node -> node.size() == 2 && node.path("job_id").isTextual())
        .filter(node -> node.path("owner").textValue() != null)
        .flatMap(
            node ->
                JobId.parse(node.path("job_id").textValue())
                    .flatMap(
                        id ->
                            Owner.parse(node.path("owner").textValue())
                                .map(owner -> new JobKey(owner, id))));
  }

  /**
   * Makes a job of a drop: one that will be submitted, or one that has failed and lists everything
   * that is wrong. The same message delivered again finds the job it made.
   *
   * @param messageId the queue's id of the message
   */
  public SubmitJob.Outcome accept(String message, String messageId) {
    String body = json(message).isPresent() ? message : decoded(message).orElse(message);
    SubmissionReader.Read read = reader.read(body);
    String key = read.idempotencyKey().orElse(messageId + "\0" + message);
    Examination found = Examination.of(read, check, check::checkOffline);
    List<Problem> problems = new ArrayList<>(found.all());
    Optional<Grant> grant = grant(body, read, problems);
    Owner owner = policy.owner();
    if (problems.isEmpty() && grant.isPresent()) {
      return submit.submit(
          owner,
          found.checked().orElseThrow().submission(),
          grant.get(),
          fingerprints.key(key, body));
    }
    Failure failure = new Failure("invalid-request", summary(problems), problems);
    String partition = policy.submissions().partition();
    return submit.refuse(owner, failure, partition, fingerprints.key(key, body));
  }

  /** The right to run the job; what keeps it from being given is noted. */
  private Optional<Grant> grant(String body, SubmissionReader.Read read, List<Problem> problems) {
    Optional<String> secret = json(body).flatMap(Secrets::place);
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

  private static Optional<JsonNode> json(String text) {
    try {
      return Optional.of(ApiJson.MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Many senders encode whatever they send. */
  private static Optional<String> decoded(String message) {
    try {
      return Optional.of(
              new String(Base64.getMimeDecoder().decode(message), StandardCharsets.UTF_8))
          .filter(text -> json(text).isPresent());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
