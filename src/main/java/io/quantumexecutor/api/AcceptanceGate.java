package io.quantumexecutor.api;

import io.quantumexecutor.api.request.InvalidRequestException;
import io.quantumexecutor.api.view.ProblemDocument;
import io.quantumexecutor.api.view.ProblemType;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.lifecycle.accept.AcceptOutcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Who may submit: callers who may use the workspace, while they have room for another unfinished
 * job. An administrator who acts for another owner takes the room of both.
 */
public final class AcceptanceGate {
  private static final String RETRY_SECONDS = "60";

  private final Callers callers;
  private final ActiveJobRoom room;

  public AcceptanceGate(Callers callers, ActiveJobRoom room) {
    this.callers = callers;
    this.room = room;
  }

  /**
   * Lets a submission through to be read and checked.
   *
   * @throws InvalidRequestException 403 or 429, saying why not
   */
  void pass(Caller caller, boolean integrationMode) {
    if (integrationMode) {
      callers.requireIntegration(caller);
    }
    charged(caller).filter(room::isFull).findFirst().ifPresent(this::refuse);
  }

  /**
   * Has a submission accepted. A new job takes room; what repeats an earlier request, or is not
   * accepted, takes none.
   *
   * @throws InvalidRequestException 429 if there is no room
   */
  AcceptOutcome accept(Caller caller, Supplier<AcceptOutcome> submission) {
    Deque<Owner> taken = new ArrayDeque<>();
    boolean isNew = false;
    try {
      charged(caller).forEach(owner -> take(owner, taken));
      AcceptOutcome outcome = submission.get();
      isNew = outcome instanceof AcceptOutcome.JobAccepted job && !job.replayed();
      return outcome;
    } finally {
      if (!isNew) {
        taken.forEach(room::giveBack);
      }
    }
  }

  private static Stream<Owner> charged(Caller caller) {
    return Stream.of(caller.owner(), caller.self()).distinct();
  }

  private void take(Owner owner, Deque<Owner> taken) {
    if (!room.tryTake(owner)) {
      refuse(owner);
    }
    taken.push(owner);
  }

  private void refuse(Owner owner) {
    throw new InvalidRequestException(
        ProblemDocument.of(
            ProblemType.TOO_MANY_ACTIVE_JOBS,
            "You have "
                + room.active(owner)
                + " unfinished jobs; at most "
                + room.most()
                + " are allowed."),
        Map.of("Retry-After", RETRY_SECONDS));
  }
}
