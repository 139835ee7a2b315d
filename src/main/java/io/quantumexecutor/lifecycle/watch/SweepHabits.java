package io.quantumexecutor.lifecycle.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What earlier sweeps of this instance have learned of the workspaces; forgotten after a while. */
final class SweepHabits {
  private static final Duration LIFE = Duration.ofHours(1);
  private static final int MOST_PARTITIONS = 10_000;

  private final Map<String, Habit> habits = new ConcurrentHashMap<>();

  /** Whether the service's filter by state can be trusted in a workspace. */
  enum StateFilter {
    UNTRIED,
    WORKS,
    /** It is refused, or lets finished jobs through, or hides unfinished ones. */
    BROKEN
  }

  /** Which kind of look is the cheaper one. */
  enum Cheaper {
    LIST,
    SINGLE_CALLS
  }

  record Habit(Instant learned, StateFilter filter, Cheaper cheaper) {}

  Habit of(String partition, Instant now) {
    Habit habit = habits.get(partition);
    return habit == null || habit.learned().plus(LIFE).isBefore(now)
        ? new Habit(now, StateFilter.UNTRIED, Cheaper.LIST)
        : habit;
  }

  void learn(String partition, Habit habit) {
    if (habits.size() >= MOST_PARTITIONS) {
      habits.clear();
    }
    habits.put(partition, habit);
  }
}
