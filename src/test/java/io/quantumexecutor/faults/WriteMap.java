package io.quantumexecutor.faults;

import io.quantumexecutor.faults.SimulatedProvider.Manners;
import io.quantumexecutor.job.IdempotencyKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Every write of every way that a job can go, in order. A run without faults makes exactly these
 * (and those by which sweeps move on); the crash tests die at each of them and at each pair, so
 * that a write that is added without being listed here fails the build.
 */
enum WriteMap {
  COMPLETED(
      world -> world.submitAfter(Duration.ZERO, client("")),
      Writes.ACCEPT,
      Writes.SUBMIT,
      Writes.OBSERVE,
      Writes.COLLECT,
      Writes.END),
  COMPLETED_FROM_A_LARGE_PROGRAM(
      world -> world.submitAfter(Duration.ZERO, client(largeComment())),
      Writes.ACCEPT_LARGE,
      Writes.SUBMIT,
      Writes.OBSERVE,
      Writes.COLLECT,
      Writes.END),
  CANCELLED_BEFORE_IT_WAS_SUBMITTED(
      world -> {
        world.submitAfter(Duration.ZERO, client(""));
        world.after(Duration.ZERO, Simulation::cancelOne);
      },
      Writes.ACCEPT,
      Writes.END,
      Writes.END_AGAIN),
  CANCELLED_AT_THE_PROVIDER(
      world -> {
        world.submitAfter(Duration.ZERO, client(""));
        world.after(Duration.ofSeconds(1), Simulation::cancelOne);
      },
      Writes.ACCEPT,
      Writes.SUBMIT,
      Writes.CANCEL,
      Writes.LOOK_AGAIN,
      Writes.END),
  BURIED_AND_PUT_BACK(
      world -> {
        world.provider.closeFor(Duration.ofSeconds(4));
        world.submitAfter(Duration.ZERO, client(""));
        world.after(Duration.ofSeconds(3), Simulation::poison);
      },
      Writes.ACCEPT,
      Writes.TRY,
      Writes.HOLD,
      Writes.BURY,
      Writes.RESEND,
      Writes.SUBMIT,
      Writes.OBSERVE,
      Writes.COLLECT,
      Writes.END),
  HELD_UNTIL_THE_TARGET_OPENS(
      world -> {
        world.provider.closeFor(Duration.ofSeconds(4));
        world.submitAfter(Duration.ZERO, client(""));
      },
      Writes.ACCEPT,
      Writes.TRY,
      Writes.HOLD,
      Writes.RESEND,
      Writes.SUBMIT,
      Writes.OBSERVE,
      Writes.COLLECT,
      Writes.END),
  FAILED_AT_THE_PROVIDER(
      world -> {
        world.provider.failAll();
        world.submitAfter(Duration.ZERO, client(""));
      },
      Writes.ACCEPT,
      Writes.SUBMIT,
      Writes.OBSERVE,
      Writes.END),
  DELETED(
      world -> {
        world.submitAfter(Duration.ZERO, client(""));
        world.after(Duration.ofMinutes(1), Simulation::deleteOne);
      },
      Writes.ACCEPT,
      Writes.SUBMIT,
      Writes.OBSERVE,
      Writes.COLLECT,
      Writes.END,
      Writes.DELETE),
  RETRIED(
      world -> {
        world.submitAfter(Duration.ZERO, client(""));
        world.after(Duration.ofMinutes(1), Simulation::retryOne);
      },
      Writes.ACCEPT,
      Writes.SUBMIT,
      Writes.OBSERVE,
      Writes.COLLECT,
      Writes.END,
      Writes.ACCEPT_WITHOUT_KEY,
      Writes.SUBMIT,
      Writes.OBSERVE,
      Writes.COLLECT,
      Writes.END),
  RENAMED(
      world -> {
        world.submitAfter(Duration.ZERO, client(""));
        world.after(Duration.ofSeconds(1), Simulation::renameOne);
      },
      Writes.ACCEPT,
      Writes.SUBMIT,
      Writes.CHANGE,
      Writes.OBSERVE,
      Writes.COLLECT,
      Writes.END),
  EXPIRED(
      world -> {
        world.submitAfter(Duration.ZERO, client(""));
        world.after(Duration.ofDays(95), Simulation::expire);
      },
      Writes.ACCEPT,
      Writes.SUBMIT,
      Writes.OBSERVE,
      Writes.COLLECT,
      Writes.END,
      Writes.EXPIRE),
  DROPPED(
      Simulation::drop, Writes.ACCEPT, Writes.SUBMIT, Writes.OBSERVE, Writes.COLLECT, Writes.END),
  REFUSED(Simulation::dropNonsense, Writes.REFUSE);

  /** The writes of each step, in order. */
  private static final class Writes {
    static final List<String> ACCEPT =
        List.of(
            "activejobs insert row",
            "jobs commit insert j, insert k, insert p, insert s",
            "quantum-jobs send");
    static final List<String> ACCEPT_WITHOUT_KEY =
        List.of(
            "activejobs insert row",
            "jobs commit insert j, insert p, insert s",
            "quantum-jobs send");
    static final List<String> ACCEPT_LARGE =
        List.of(
            "activejobs insert row",
            "programs write",
            "jobs commit insert j, insert k, insert s",
            "quantum-jobs send");
    static final List<String> REFUSE =
        List.of("expiring insert row", "jobs commit insert j, insert k");

    /** Claim, input, create. */
    static final List<String> TRY =
        List.of("jobs replace j", "results create submitted", "azure upload", "azure create");

    static final List<String> HOLD = List.of("activejobs replace row");
    static final List<String> BURY = List.of("activejobs replace row");
    static final List<String> RESEND = List.of("activejobs replace row", "quantum-jobs send");

    /** As a try, then the record that the provider has it, then its row is watched. */
    static final List<String> SUBMIT =
        List.of(
            "jobs replace j",
            "results create submitted",
            "azure upload",
            "azure create",
            "jobs replace j",
            "activejobs replace row");

    static final List<String> OBSERVE = List.of("jobs replace j", "activejobs replace row");
    static final List<String> COLLECT = List.of("results write raw", "results write result.json");

    /** The final record erases the secret. */
    static final List<String> END =
        List.of("jobs commit delete s, replace j", "expiring insert row", "activejobs delete row");

    /** A message that comes after the end makes sure of its last steps. */
    static final List<String> END_AGAIN = List.of("expiring insert row", "activejobs delete row");

    static final List<String> CANCEL =
        List.of(
            "activejobs replace row", "jobs replace j", "activejobs replace row", "azure cancel");
    static final List<String> LOOK_AGAIN = List.of("activejobs replace row");
    static final List<String> CHANGE = List.of("azure prioritise", "jobs replace j");
    static final List<String> REMOVE =
        List.of(
            "results delete submitted",
            "results delete raw",
            "results delete result.json",
            "programs delete",
            "jobs delete p",
            "jobs delete s",
            "jobs delete j");
    static final List<String> DELETE =
        join(
            List.of("activejobs insert row", "expiring insert row", "jobs replace j"),
            REMOVE,
            List.of("activejobs delete row"));
    static final List<String> EXPIRE =
        join(
            List.of("jobs delete k", "jobs replace j", "activejobs delete row"),
            REMOVE,
            List.of("expiring delete row"));

    private Writes() {}
  }

  private final Consumer<Simulation> story;
  private final List<String> writes;

  @SafeVarargs
  WriteMap(Consumer<Simulation> story, List<String>... steps) {
    this.story = story;
    this.writes = join(steps);
  }

  @SafeVarargs
  private static List<String> join(List<String>... steps) {
    return Arrays.stream(steps).flatMap(List::stream).toList();
  }

  /** A world in which the story is about to happen. */
  Simulation world() {
    Simulation world = new Simulation(1, Manners.STEADY);
    story.accept(world);
    return world;
  }

  List<String> writes() {
    return writes;
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
