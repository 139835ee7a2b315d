package io.quantumexecutor.faults;

import io.quantumexecutor.job.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** What is planned to happen, in order of time; what was planned first comes first. */
final class Agenda {
  private final SettableClock clock;
  private final PriorityQueue<Plan> plans =
      new PriorityQueue<>(Comparator.comparing(Plan::at).thenComparing(Plan::order));
  private int planned;
  private Instant lastTaken;

  private record Plan(Instant at, int order, Consumer<Simulation> action) {}

  Agenda(SettableClock clock) {
    this.clock = clock;
    this.lastTaken = clock.instant();
  }

  void add(Duration delay, Consumer<Simulation> action) {
    plans.add(new Plan(clock.instant().plus(delay), planned++, action));
  }

  boolean isEmpty() {
    return plans.isEmpty();
  }

  /** When the next thing happens; never if nothing is planned. */
  Instant next() {
    return plans.isEmpty() ? Instant.MAX : plans.peek().at();
  }

  /** The next thing, which happens now. */
  Consumer<Simulation> take() {
    lastTaken = clock.instant();
    return plans.remove().action();
  }

  /** When the last thing happened. */
  Instant lastTaken() {
    return lastTaken;
  }
}
