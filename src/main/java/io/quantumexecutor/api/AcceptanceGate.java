package io.quantumexecutor.api;

import io.quantumexecutor.api.request.InvalidRequestException;
import io.quantumexecutor.api.view.ProblemDocument;
import io.quantumexecutor.api.view.ProblemType;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.OwnerCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * Who may submit: callers who may use the workspace, while they have room for another unfinished
 * job. The count is a minute old or less and read every few seconds, so that an owner can go beyond
 * the limit by what is submitted meanwhile.
 */
public final class AcceptanceGate {
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final int MAX_OWNERS = 10_000;
  private static final String RETRY_SECONDS = "60";

  private final Callers callers;
  private final OwnerCounts counts;
  private final int mostActive;
  private final InstantSource clock;
  private final Map<Owner, Seen> seen = new RecentlyUsed<>(MAX_OWNERS);

  /**
   * @param mostActive unfinished jobs that an owner may have
   */
  public AcceptanceGate(Callers callers, OwnerCounts counts, int mostActive, InstantSource clock) {
    this.callers = callers;
    this.counts = counts;
    this.mostActive = mostActive;
    this.clock = clock;
  }

  private record Seen(int active, Instant at) {}

  /**
   * Lets a submission through.
   *
   * @throws InvalidRequestException 403 or 429, saying why not
   */
  void pass(Caller caller, boolean integrationMode) {
    if (integrationMode) {
      callers.requireIntegration(caller);
    }
    int active = active(caller.owner());
    if (active >= mostActive) {
      throw new InvalidRequestException(
          ProblemDocument.of(
              ProblemType.TOO_MANY_ACTIVE_JOBS,
              "You have " + active + " unfinished jobs; at most " + mostActive + " are allowed."),
          Map.of("Retry-After", RETRY_SECONDS));
    }
  }

  private synchronized int active(Owner owner) {
    Seen last = seen.get(owner);
    if (last == null || last.at().plus(FRESH).isBefore(clock.instant())) {
      last = new Seen(counts.active(owner), clock.instant());
      seen.put(owner, last);
    }
    return last.active();
  }
}
