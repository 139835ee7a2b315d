package io.quantumexecutor.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.job.CheckSubmission;
import io.quantumexecutor.job.DispatchQueue;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.RefusedException;
import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.job.SubmitJob;
import java.util.List;
import java.util.Optional;

/**
 * Reads the messages of the queue {@code quantum-jobs}: our own, which name a job, and drops, which
 * hold a whole submission as HTTP bodies do.
 */
public final class AcceptDrop {
  private final CheckSubmission check;
  private final SubmitJob submit;
  private final SubmissionReader reader;
  private final Fingerprints fingerprints;
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
      SubmitJob submit,
      Fingerprints fingerprints,
      DispatchQueue queue,
      DropPolicy policy) {
    this.check = check;
    this.submit = submit;
    this.reader = new SubmissionReader(policy.submissions().holdHours());
    this.fingerprints = fingerprints;
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
  public Optional<SubmitJob.Outcome> acceptOrPutBack(String message, String messageId) {
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
  public SubmitJob.Outcome accept(String message, String messageId) {
    Drop drop = Drop.of(message, messageId);
    String body = drop.body();
    SubmissionReader.Read read = reader.read(body);
    String key = read.idempotencyKey().orElse(drop.mark());
    Examination found = Examination.of(read, check, check::checkOffline);
    List<Problem> problems = found.all();
    Owner owner = policy.owner();
    String partition = policy.submissions().partition();
    if (problems.isEmpty()) {
      return submit.submit(
          owner,
          found.checked().orElseThrow().submission(),
          partition,
          fingerprints.key(key, body));
    }
    Failure failure = new Failure(code(found), summary(problems), problems);
    return submit.refuse(owner, failure, partition, fingerprints.key(key, body));
  }

  private static String code(Examination found) {
    boolean onlyDear = found.ofRequest().isEmpty() && found.ofProgram().isEmpty();
    return onlyDear
        ? found.tooDear().map(RefusedException::code).orElse("invalid-request")
        : "invalid-request";
  }

  private static String summary(List<Problem> problems) {
    return problems.size() == 1
        ? problems.get(0).message()
        : problems.size() + " things are wrong with the message; see problems";
  }
}
