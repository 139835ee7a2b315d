package io.quantumexecutor.api;

import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.request.InvalidRequestException;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.lifecycle.keep.ReadJobs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@code ?wait=SECONDS}: an answer that waits until the job's status changes. Each waiter holds a
 * call of this instance, so there are few of them, and fewer of one owner; the others are answered
 * at once.
 */
public final class LongPoll {
  private static final int MAX_SECONDS = 60;
  private static final int MAX_WAITERS = 32;

  /** One owner's loops leave room for the others. */
  private static final int MAX_OF_ONE = 8;

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final ReadJobs jobs;
  private final Consumer<Duration> pause;
  private final InstantSource clock;
  private final Map<Owner, Integer> waiters = new HashMap<>();
  private int waiting;

  /**
   * Waits for jobs.
   *
   * @param pause lets that time pass
   */
  public LongPoll(ReadJobs jobs, Consumer<Duration> pause, InstantSource clock) {
    this.jobs = jobs;
    this.pause = pause;
    this.clock = clock;
  }

  ReadJobs jobs() {
    return jobs;
  }

  /**
   * Waits as the request asks.
   *
   * @return whether it waited, or need not; false if there are too many waiters
   * @throws InvalidRequestException for a time that is none
   */
  boolean await(ApiRequest request, JobKey key) {
    Duration longest = time(request);
    Optional<Job> before = longest.isZero() ? Optional.empty() : jobs.find(key);
    if (before.isEmpty() || before.get().isFinal()) {
      return true;
    }
    if (!enter(key.owner())) {
      return false;
    }
    try {
      await(before.get(), clock.instant().plus(longest));
      return true;
    } finally {
      leave(key.owner());
    }
  }

  private synchronized boolean enter(Owner owner) {
    int own = waiters.getOrDefault(owner, 0);
    boolean fits = own < MAX_OF_ONE && waiting < MAX_WAITERS;
    if (fits) {
      waiters.put(owner, own + 1);
      waiting++;
    }
    return fits;
  }

  private synchronized void leave(Owner owner) {
    waiters.computeIfPresent(owner, (any, own) -> own == 1 ? null : own - 1);
    waiting--;
  }

  private void await(Job before, Instant end) {
    Optional<Job> now = Optional.of(before);
    while (now.isPresent()
        && now.get().status() == before.status()
        && clock.instant().isBefore(end)) {
      Duration left = Duration.between(clock.instant(), end);
      pause.accept(left.compareTo(BETWEEN_LOOKS) < 0 ? left : BETWEEN_LOOKS);
      now = jobs.find(before.key());
    }
  }

  private static Duration time(ApiRequest request) {
    String text = request.query().getOrDefault("wait", "0");
    if (!text.matches("[0-9]{1,2}") || Integer.parseInt(text) > MAX_SECONDS) {
      throw InvalidRequestException.of(
          List.of(
              Problem.at("?wait", "must be a whole number of seconds, at most " + MAX_SECONDS)));
    }
    return Duration.ofSeconds(Integer.parseInt(text));
  }
}
