package io.quantumexecutor.faults;

import io.quantumexecutor.job.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The one place through which every call of every port goes. */
final class Injector {
  /** Longer than a claim lasts. */
  private static final Duration STALL = Duration.ofMinutes(6);

  private final SettableClock clock;
  private final List<String> writes = new ArrayList<>();
  private final Map<Fault, Integer> fired = new EnumMap<>(Fault.class);
  private int changes;
  private FaultPlan plan = FaultPlan.NONE;
  private Runnable interceptor = () -> {};
  private boolean intruding;
  private Consumer<String> trace = line -> {};

  Injector(SettableClock clock) {
    this.clock = clock;
  }

  void follow(FaultPlan next) {
    plan = next;
  }

  /** Tells every call as it is made, for whoever replays a seed. */
  void trace(Consumer<String> lines) {
    trace = lines;
  }

  /** What another instance does when a plan lets it in between. */
  void interceptor(Runnable actions) {
    interceptor = actions;
  }

  /** How many writes about jobs were made or begun; the sweeps' own rows do not count. */
  int changes() {
    return changes;
  }

  /** The writes that were made or begun, in order. */
  List<String> writeNames() {
    return List.copyOf(writes);
  }

  Map<Fault, Integer> fired() {
    return Map.copyOf(fired);
  }

  /**
   * Makes a call, or what the plan makes of it.
   *
   * @param trouble what the port throws for a fault of that kind
   */
  <T> T call(CallSite site, Function<Fault, RuntimeException> trouble, Supplier<T> work) {
    // What an interceptor does is not disturbed in turn: two instances are enough of a mess.
    Fault fault = intruding ? Fault.NONE : plan.at(site, writes.size());
    trace.accept(
        clock.instant()
            + (intruding ? "     " : " ")
            + site.name()
            + (fault == Fault.NONE ? "" : " " + fault));
    if (site.isWrite()) {
      writes.add(site.name());
      changes += site.name().contains("~") ? 0 : 1;
    }
    if (fault != Fault.NONE) {
      fired.merge(fault, 1, Integer::sum);
    }
    return switch (fault) {
      case NONE -> work.get();
      case FAIL_BEFORE, THROTTLE -> throw trouble.apply(fault);
      case FAIL_AFTER -> {
        T unused = work.get();
        throw trouble.apply(fault);
      }
      case DELAY -> {
        clock.advance(STALL);
        yield work.get();
      }
      case DUPLICATE -> {
        T unused = work.get();
        yield work.get();
      }
      case INTRUDE -> {
        intrude();
        yield work.get();
      }
      case OVERFLOW -> throw new StackOverflowError("injected at " + site.name());
      case CRASH_BEFORE -> throw new Crash(site.name());
      case UPGRADE -> throw Crash.forUpgrade(site.name());
      case CRASH_AFTER -> {
        T unused = work.get();
        throw new Crash(site.name());
      }
    };
  }

  private void intrude() {
    intruding = true;
    try {
      interceptor.run();
    } finally {
      intruding = false;
    }
  }
}
