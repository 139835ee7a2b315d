package io.quantumexecutor.api;

import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.QueueMessage;
import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.lifecycle.dispatch.DispatchJob;
import io.quantumexecutor.lifecycle.dispatch.HandlePoisonMessage;
import java.util.Optional;
import java.util.function.Function;

/** What the messages of queue {@code quantum-jobs} and of its poison queue make happen. */
public final class HandleQueueMessage {
  private final DispatchJob dispatch;
  private final HandlePoisonMessage poison;
  private final AcceptDrop drops;

  public HandleQueueMessage(DispatchJob dispatch, HandlePoisonMessage poison, AcceptDrop drops) {
    this.dispatch = dispatch;
    this.poison = poison;
    this.drops = drops;
  }

  /**
   * What happened.
   *
   * @param isTrouble whether an operator should see it
   * @param line for the log
   */
  public record Handled(boolean isTrouble, String line) {}

  /**
   * Handles a message of the queue.
   *
   * @throws StorageTroubleException if nothing could be stored: the message must come back
   */
  public Handled handle(QueueMessage message) {
    return handle(message, key -> dispatch.dispatch(key).name());
  }

  /**
   * Handles a message of the poison queue.
   *
   * @throws StorageTroubleException if nothing could be stored: the message stays in the queue
   */
  public Handled bury(QueueMessage message) {
    return handle(message, key -> "buried: " + poison.handle(key));
  }

  private Handled handle(QueueMessage message, Function<JobKey, String> work) {
    if (message instanceof QueueMessage.OfJob named) {
      return new Handled(false, line(named.job(), work.apply(named.job())));
    }
    if (message instanceof QueueMessage.UnknownWork unknown) {
      return new Handled(
          true, line(unknown.job(), "skipped a message with the unknown work " + unknown.work()));
    }
    if (message instanceof QueueMessage.Drop drop) {
      return accept(drop);
    }
    throw new IllegalStateException("unknown message " + message.getClass());
  }

  private Handled accept(QueueMessage.Drop drop) {
    Optional<Job> job = drops.accept(drop);
    return job.isEmpty()
        ? new Handled(
            true,
            "storage is in trouble or the owner has too many jobs; a dropped message was put back")
        : new Handled(false, line(job.get().key(), "dropped: " + job.get().status()));
  }

  private static String line(JobKey job, String what) {
    return "job " + job.id() + " owner " + job.owner() + ": " + what;
  }
}
