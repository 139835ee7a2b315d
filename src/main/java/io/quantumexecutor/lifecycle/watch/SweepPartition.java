package io.quantumexecutor.lifecycle.watch;

import io.quantumexecutor.job.ActiveJob;
import io.quantumexecutor.job.PollRange;
import io.quantumexecutor.job.Sweep;
import io.quantumexecutor.lifecycle.Backoff;
import io.quantumexecutor.lifecycle.JobPorts;
import io.quantumexecutor.lifecycle.JobSteps;
import io.quantumexecutor.lifecycle.watch.SweepRun.Tally;
import io.quantumexecutor.workspace.QuantumException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Looks at all watched jobs of one workspace. Moving the sweep's due time is the claim; nothing is
 * written for a job that did not change. What one look cannot do goes to the queue of ranges.
 */
public final class SweepPartition {
  private static final Duration PAUSE = Duration.ofSeconds(30);

  /** More than this is handed over, so that other instances can help. */
  private static final int MAX_ROWS = 20_000;

  private static final int RANGE_ROWS = 5_000;

  private static final int OLDEST = 100;

  private final JobPorts ports;
  private final CheckProviderStatus look;
  private final Backoff delays;
  private final InstantSource clock;
  private final ListingStrategies habits = new ListingStrategies();

  public SweepPartition(JobPorts ports, CheckProviderStatus look, JobSteps steps) {
    this.ports = ports;
    this.look = look;
    this.delays = steps.delays();
    this.clock = steps.clock();
  }

  /** One look, unless another instance takes it; the next one goes on where it stopped. */
  void sweep(Sweep due, Instant stop, Tally tally) {
    Optional<Sweep> claimed = ports.active().move(due, stop.plus(PAUSE), due.cursor());
    if (claimed.isEmpty()) {
      return;
    }
    SweepRun run = new SweepRun(ports, look, clock, tally);
    Duration next = PAUSE;
    try {
      run(run, new PollRange(due.partition(), due.cursor(), null), stop);
      if (run.rows() >= MAX_ROWS && clock.instant().isBefore(stop)) {
        handOver(due.partition(), run);
      }
      next = run.cursor().isPresent() ? Duration.ZERO : delays.jittered(run.interval());
    } catch (QuantumException e) {
      next = pause(e);
      giveUpOldest(due.partition(), e, tally);
      throw e;
    } finally {
      leave(claimed.get(), next, run.cursor());
    }
  }

  /** No job waits for ever for a workspace that does not let us in any more. */
  private void giveUpOldest(String partition, QuantumException trouble, Tally tally) {
    for (ActiveJob row : ports.active().watched(partition, Optional.empty(), OLDEST).rows()) {
      if (!look.givenUp(row, trouble)) {
        return;
      }
      tally.ended++;
    }
  }

  /** Looks at a range that was handed over. */
  void range(PollRange range, Instant stop, Tally tally) {
    SweepRun run = new SweepRun(ports, look, clock, tally);
    run(run, range, stop);
    run.cursor()
        .ifPresent(
            after -> ports.polls().send(new PollRange(range.partition(), after, range.upTo())));
  }

  private void run(SweepRun run, PollRange range, Instant stop) {
    ListingStrategies.ListingStrategy habit = habits.of(range.partition(), clock.instant());
    habits.learn(range.partition(), run.look(range, habit, stop, MAX_ROWS));
  }

  private void handOver(String partition, SweepRun run) {
    Optional<String> after = run.cursor();
    while (after.isPresent()) {
      Optional<String> upTo = after;
      for (int rows = 0; rows < RANGE_ROWS && upTo.isPresent(); rows += RANGE_ROWS / 5) {
        upTo = ports.active().watched(partition, upTo, RANGE_ROWS / 5).cursor();
      }
      ports.polls().send(new PollRange(partition, after.get(), upTo.orElse(null)));
      after = upTo;
    }
    run.handedOver();
  }

  /** A sweep that was brought forward meanwhile stays so, but goes on where this one stopped. */
  private void leave(Sweep claimed, Duration next, Optional<String> cursor) {
    Instant due = clock.instant().plus(next);
    if (ports.active().move(claimed, due, cursor.orElse(null)).isEmpty()) {
      ports
          .active()
          .sweepOf(claimed.partition())
          .ifPresent(latest -> ports.active().move(latest, latest.due(), cursor.orElse(null)));
    }
  }

  private static Duration pause(QuantumException trouble) {
    Duration asked = trouble.retryAfter().orElse(PAUSE);
    Duration least = asked.compareTo(PAUSE) < 0 ? PAUSE : asked;
    return least.compareTo(Backoff.MAX_HOLD_DELAY) > 0 ? Backoff.MAX_HOLD_DELAY : least;
  }
}
