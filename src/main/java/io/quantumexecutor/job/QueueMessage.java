package io.quantumexecutor.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message of queue {@code quantum-jobs} or of its poison queue: one of ours, which names a job,
 * or a drop, which holds a whole submission as HTTP bodies do.
 */
public sealed interface QueueMessage {
  /** The text to send; {@link #parse} reads it back. */
  String write();

  /** The trace that it belongs to, null if it belongs to none. */
  default @Nullable String traceparent() {
    return null;
  }

  /**
   * Reads a message. Whatever is not ours is a drop, so that nothing dropped goes unanswered.
   *
   * @param message its text
   * @param messageId the queue's id of it
   */
  static QueueMessage parse(String message, String messageId) {
    return MessageJson.parse(message)
        .flatMap(MessageJson::message)
        .orElseGet(() -> new Drop(message, messageId));
  }

  /**
   * Names a job that is to be taken a step further: <code>
   * {"job_id":"…","owner":"…","traceparent":"…"}</code>.
   */
  record OfJob(JobKey job, @Nullable String traceparent) implements QueueMessage {
    @Override
    public String write() {
      ObjectNode json = MessageJson.object();
      json.put(MessageJson.JOB_ID, job.id().toString()).put(MessageJson.OWNER, job.owner().key());
      if (traceparent != null) {
        json.put(MessageJson.TRACE, traceparent);
      }
      return json.toString();
    }
  }

  /**
   * Names a job and a step that this version does not know. The job's row is due again, and a
   * version that knows it will act on it.
   *
   * @param work the unknown word
   */
  record UnknownWork(JobKey job, String work) implements QueueMessage {
    @Override
    public String write() {
      return MessageJson.object()
          .put(MessageJson.WORK, work)
          .put(MessageJson.JOB_ID, job.id().toString())
          .put(MessageJson.OWNER, job.owner().key())
          .toString();
    }
  }

  /**
   * A dropped message. One that we put back travels as <code>{"drop": text, "first_id": id}</code>,
   * because the queue gives every message that is sent again, and every poison copy, a new id.
   *
   * @param text as the sender wrote it
   * @param firstId the queue's id of the sender's own message
   */
  record Drop(String text, String firstId) implements QueueMessage {
    @Override
    public String write() {
      return MessageJson.object()
          .put(MessageJson.DROP, text)
          .put(MessageJson.FIRST_ID, firstId)
          .toString();
    }

    /** Identifies this message. */
    public String mark() {
      return firstId + "\0" + text;
    }

    /** The submission; many senders encode whatever they send. */
    public String body() {
      return MessageJson.parse(text).isPresent() ? text : decoded().orElse(text);
    }

    private Optional<String> decoded() {
      try {
        return Optional.of(new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8))
            .filter(plain -> MessageJson.parse(plain).isPresent());
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }
}
