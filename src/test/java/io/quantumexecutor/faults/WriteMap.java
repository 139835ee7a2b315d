package io.quantumexecutor.faults;

import io.quantumexecutor.faults.SimulatedProvider.ProviderQuirks;
import io.quantumexecutor.job.EventFilter;
import io.quantumexecutor.job.IdempotencyKey;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Every write of every way that a job can go, in order. A run without faults makes exactly these
 * (and those by which sweeps move on); the crash tests die at each of them and at each pair, so
 * that a write that is added without being listed here fails the build.
 */
record WriteMap(String name, Consumer<Simulation> story, List<String> writes) {
  private static WriteMap of(String name, Consumer<Simulation> story, List<?>... steps) {
    return new WriteMap(name, story, Writes.join(steps));
  }

  static Stream<WriteMap> stories() {
    return Stream.of(
        of("completed", fixture -> fixture.submitAfter(Duration.ZERO, client("")), Writes.LIFE),
        of(
            "completed from a large program",
            fixture -> fixture.submitAfter(Duration.ZERO, client(largeComment())),
            Writes.ACCEPT_LARGE,
            Writes.SUBMIT,
            Writes.OBSERVE,
            Writes.COLLECT,
            Writes.END),
        of(
            "cancelled before it was submitted",
            fixture -> {
              fixture.submitAfter(Duration.ZERO, client(""));
              fixture.after(Duration.ZERO, Simulation::cancelOne);
            },
            Writes.ACCEPT,
            Writes.END,
            Writes.END_AGAIN),
        of(
            "cancelled at the provider",
            fixture -> {
              fixture.submitAfter(Duration.ZERO, client(""));
              fixture.after(Duration.ofSeconds(1), Simulation::cancelOne);
            },
            Writes.ACCEPT,
            Writes.SUBMIT,
            Writes.CANCEL,
            Writes.LOOK_AGAIN,
            Writes.END),
        of(
            "buried and put back",
            fixture -> {
              fixture.provider.closeFor(Duration.ofSeconds(4));
              fixture.submitAfter(Duration.ZERO, client(""));
              fixture.after(Duration.ofSeconds(3), Simulation::poison);
            },
            Writes.ACCEPT,
            Writes.TRY,
            Writes.HOLD,
            Writes.BURY,
            Writes.RESEND,
            Writes.SUBMIT_AGAIN,
            Writes.OBSERVE,
            Writes.COLLECT,
            Writes.END),
        of(
            "held until the target opens",
            fixture -> {
              fixture.provider.closeFor(Duration.ofSeconds(4));
              fixture.submitAfter(Duration.ZERO, client(""));
            },
            Writes.ACCEPT,
            Writes.TRY,
            Writes.HOLD,
            Writes.RESEND,
            Writes.SUBMIT_AGAIN,
            Writes.OBSERVE,
            Writes.COLLECT,
            Writes.END),
        of(
            "failed at the provider",
            fixture -> {
              fixture.provider.failAll();
              fixture.submitAfter(Duration.ZERO, client(""));
            },
            Writes.ACCEPT,
            Writes.SUBMIT,
            Writes.OBSERVE,
            Writes.END),
        of(
            "deleted",
            fixture -> {
              fixture.submitAfter(Duration.ZERO, client(""));
              fixture.after(Duration.ofMinutes(1), Simulation::deleteOne);
            },
            Writes.LIFE,
            Writes.DELETE),
        of(
            "retried",
            fixture -> {
              fixture.submitAfter(Duration.ZERO, client(""));
              fixture.after(Duration.ofMinutes(1), Simulation::retryOne);
            },
            Writes.LIFE,
            Writes.ACCEPT_WITHOUT_KEY,
            Writes.SUBMIT,
            Writes.OBSERVE,
            Writes.COLLECT,
            Writes.END),
        of(
            "renamed",
            fixture -> {
              fixture.submitAfter(Duration.ZERO, client(""));
              fixture.after(Duration.ofSeconds(1), Simulation::renameOne);
            },
            Writes.ACCEPT,
            Writes.SUBMIT,
            Writes.CHANGE,
            Writes.OBSERVE,
            Writes.COLLECT,
            Writes.END),
        of(
            "expired",
            fixture -> {
              fixture.submitAfter(Duration.ZERO, client(""));
              fixture.after(Duration.ofDays(95), Simulation::expire);
            },
            Writes.LIFE,
            Writes.EXPIRE),
        of(
            "told of everything",
            fixture -> fixture.submitAfter(Duration.ZERO, curiousClient()),
            Writes.ACCEPT,
            Writes.TELL,
            Writes.SUBMIT,
            List.of("jobs replace j"),
            Writes.TELL,
            List.of("activejobs replace row"),
            Writes.COLLECT,
            Writes.CALL_BACK),
        of("dropped", Simulation::drop, Writes.LIFE),
        of("refused", Simulation::dropNonsense, Writes.REFUSE),
        of(
            "dropped under another's key",
            Simulation::dropTwiceUnderOneKey,
            Writes.LIFE,
            Writes.REFUSE));
  }

  /** A deployment in which the story is about to happen. */
  Simulation fixture() {
    Simulation fixture = new Simulation(1, ProviderQuirks.STEADY);
    story.accept(fixture);
    return fixture;
  }

  @Override
  public String toString() {
    return name;
  }

  /** Wants an event for every status, and to be called at the end. */
  private static Client curiousClient() {
    return new Client(
        new IdempotencyKey("ab", "fingerprint"),
        "",
        EventFilter.ALL,
        URI.create("https://receiver.example/jobs"));
  }

  private static Client client(String comment) {
    return new Client(new IdempotencyKey("ab", "fingerprint"), comment);
  }

  /** Too large for a row, even compressed. */
  private static String largeComment() {
    Random random = new Random(1);
    StringBuilder comment = new StringBuilder("\n// ");
    for (int i = 0; i < 64_000; i++) {
      comment.append((char) ('!' + random.nextInt(90)));
    }
    return comment.toString();
  }
}
