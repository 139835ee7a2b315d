package io.quantumexecutor.local.host;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Fires a timer function, one run at a time; times that pass during a run are left out. */
final class TimerListener {
  /** The text a {@code String} parameter gets; schedules are not monitored across restarts here. */
  static final String TIMER_INFO =
      "{\"Schedule\":{\"AdjustForDST\":true},\"ScheduleStatus\":null,\"IsPastDue\":false}";

  private final FunctionMethod function;
  private final Schedule schedule;
  private final FunctionRunner runner;
  private final CallThreads threads;
  private final InstantSource clock;

  TimerListener(
      FunctionMethod function,
      Schedule schedule,
      FunctionRunner runner,
      CallThreads threads,
      InstantSource clock) {
    this.function = function;
    this.schedule = schedule;
    this.runner = runner;
    this.threads = threads;
    this.clock = clock;
  }

  /** Waits for the next time of the schedule. */
  void start() {
    Instant now = clock.instant();
    schedule.next(now).ifPresent(next -> threads.after(Duration.between(now, next), this::fire));
  }

  private void fire() {
    runner.run(function, TIMER_INFO, Map.of());
    start();
  }
}
