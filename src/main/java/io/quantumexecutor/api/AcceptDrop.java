package io.quantumexecutor.api;

import io.quantumexecutor.job.DispatchQueue;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.IdentityKey;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.QueueMessage;
import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.lifecycle.BusyException;
import io.quantumexecutor.lifecycle.accept.AcceptJob;
import io.quantumexecutor.lifecycle.accept.AcceptOutcome;
import io.quantumexecutor.lifecycle.accept.AcceptOutcome.JobAccepted;
import java.util.Map;
import java.util.Optional;

/** Makes jobs of the submissions that were dropped into the queue {@code quantum-jobs}. */
public final class AcceptDrop {
  private static final Map<AcceptOutcome, Failure> REFUSALS =
      Map.of(
          new AcceptOutcome.KeyReused(),
          Failure.of(
              "idempotency-key-reused", "the message's idempotency_key belongs to another one"),
          new AcceptOutcome.Deleted(),
          Failure.of("gone", "the job of the message's idempotency_key was deleted"));

  private final DropReader reader;
  private final AcceptJob accept;
  private final DispatchQueue queue;
  private final ActiveJobRoom room;
  private final DropPolicy policy;

  /**
   * What holds for drops.
   *
   * @param owner whose they are
   * @param partition identity key of the configured workspace: what is refused belongs there
   */
  public record DropPolicy(Owner owner, IdentityKey partition) {}

  /**
   * Accepts drops.
   *
   * @param queue where they come from
   * @param room for unfinished jobs of their owner
   */
  public AcceptDrop(
      DropReader reader,
      AcceptJob accept,
      DispatchQueue queue,
      ActiveJobRoom room,
      DropPolicy policy) {
    this.reader = reader;
    this.accept = accept;
    this.queue = queue;
    this.room = room;
    this.policy = policy;
  }

  /**
   * Makes a job of a drop: one that will be submitted, or one that has failed and lists everything
   * that is wrong. The same message delivered again finds the job it made. When storage is in
   * trouble, the owner has no room or this instance none, the drop is put back together with the id
   * that it came with: it may have been accepted already, and its poison copy would have another.
   *
   * @return empty if it was put back
   * @throws StorageTroubleException if that failed too: the message must come back
   */
  public Optional<Job> accept(QueueMessage.Drop drop) {
    try {
      if (!room.isFull(policy.owner()) && outcome(reader.read(drop)) instanceof JobAccepted made) {
        return Optional.of(made.job());
      }
    } catch (StorageTroubleException | BusyException e) {
      // It is not known what became of it: the same message finds out.
    }
    queue.putBack(drop);
    return Optional.empty();
  }

  private AcceptOutcome outcome(ReadDrop drop) {
    if (drop.verdict() instanceof ReadDrop.Unfit unfit) {
      return refuse(drop, unfit.why());
    }
    if (drop.verdict() instanceof ReadDrop.Fit fit) {
      AcceptOutcome outcome =
          accept.accept(policy.owner(), fit.submission(), fit.grant(), drop.key());
      if (outcome instanceof JobAccepted made && !made.replayed()) {
        room.take(policy.owner());
      }
      return REFUSALS.containsKey(outcome) ? refuse(drop, REFUSALS.get(outcome)) : outcome;
    }
    throw new IllegalStateException("unknown verdict " + drop.verdict().getClass());
  }

  private AcceptOutcome refuse(ReadDrop drop, Failure why) {
    return accept.refuse(policy.owner(), why, drop.labels(), policy.partition(), drop.mark());
  }
}
