package io.quantumexecutor.api;

import io.quantumexecutor.api.request.InvalidRequestException;
import io.quantumexecutor.api.view.ProblemDocument;
import io.quantumexecutor.api.view.ProblemType;
import io.quantumexecutor.job.Owner;
import java.util.List;
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
   * Lets a submission through and does its work, which takes the room of a job while it lasts.
   *
   * @throws InvalidRequestException 403 or 429, saying why not
   */
  <T> T within(Caller caller, boolean integrationMode, Supplier<T> work) {
    if (integrationMode) {
      callers.requireIntegration(caller);
    }
    List<Owner> charged = Stream.of(caller.owner(), caller.self()).distinct().toList();
    charged.forEach(this::requireRoom);
    charged.forEach(room::take);
    boolean done = false;
    try {
      T answer = work.get();
      done = true;
      return answer;
    } finally {
      if (!done) {
        charged.forEach(room::giveBack);
      }
    }
  }

  private void requireRoom(Owner owner) {
    int active = room.active(owner);
    if (active >= room.most()) {
      throw new InvalidRequestException(
          ProblemDocument.of(
              ProblemType.TOO_MANY_ACTIVE_JOBS,
              "You have " + active + " unfinished jobs; at most " + room.most() + " are allowed."),
          Map.of("Retry-After", RETRY_SECONDS));
    }
  }
}
