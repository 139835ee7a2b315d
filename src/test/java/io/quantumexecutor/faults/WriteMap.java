package io.quantumexecutor.faults;

import io.quantumexecutor.faults.SimulatedProvider.ProviderQuirks;
import io.quantumexecutor.job.EventFilter;
import io.quantumexecutor.job.IdempotencyKey;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
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
  private static final List<String> ACCEPT =
      List.of(
          "activejobs insert row",
          "jobs commit insert j, insert k, insert p, insert s",
          "quantum-jobs send");
  private static final List<String> ACCEPT_WITHOUT_KEY =
      List.of(
          "activejobs insert row", "jobs commit insert j, insert p, insert s", "quantum-jobs send");
  private static final List<String> ACCEPT_LARGE =
      List.of(
          "activejobs insert row",
          "programs write",
          "jobs commit insert j, insert k, insert s",
          "quantum-jobs send");
  private static final List<String> REFUSE =
      List.of(
          "activejobs insert row",
          "jobs commit insert j, insert k",
          "quantum-job-events send",
          "jobs replace j",
          "expiring insert row",
          "activejobs delete row");

  /** Claim, input, create. */
  private static final List<String> TRY =
      List.of("jobs replace j", "results create submitted", "azure upload", "azure create");

  private static final List<String> HOLD = List.of("activejobs replace row");
  private static final List<String> BURY = List.of("activejobs replace row");
  private static final List<String> RESEND = List.of("activejobs replace row", "quantum-jobs send");

  /** As a try, then the record that the provider has it, then its row is watched. */
  private static final List<String> SUBMIT =
      List.of(
          "jobs replace j",
          "results create submitted",
          "azure upload",
          "azure create",
          "jobs replace j",
          "activejobs replace row");

  /** A later attempt sends what the first one stored. */
  private static final List<String> SUBMIT_AGAIN =
      List.of(
          "jobs replace j",
          "azure upload",
          "azure create",
          "jobs replace j",
          "activejobs replace row");

  private static final List<String> OBSERVE = List.of("jobs replace j", "activejobs replace row");
  private static final List<String> COLLECT =
      List.of("results write raw", "results write result.json");

  /** The final record erases the secret and holds the event until it was sent. */
  private static final List<String> END =
      List.of(
          "jobs commit delete s, replace j",
          "quantum-job-events send",
          "jobs replace j",
          "expiring insert row",
          "activejobs delete row");

  /** An event is forgotten only after it was sent. */
  private static final List<String> TELL = List.of("quantum-job-events send", "jobs replace j");

  /** As the end, with a call that is made by the handler of a message of its own. */
  private static final List<String> CALL_BACK =
      List.of(
          "jobs commit delete s, replace j",
          "quantum-job-events send",
          "activejobs replace row",
          "quantum-jobs send",
          "callback post",
          "jobs replace j",
          "expiring insert row",
          "activejobs delete row");

  /** The whole of a life without detours. */
  private static final List<String> LIFE = join(ACCEPT, SUBMIT, OBSERVE, COLLECT, END);

  /** A message that comes after the end makes sure of its last steps. */
  private static final List<String> END_AGAIN =
      List.of("expiring insert row", "activejobs delete row");

  private static final List<String> CANCEL =
      List.of("activejobs replace row", "jobs replace j", "activejobs replace row", "azure cancel");
  private static final List<String> LOOK_AGAIN = List.of("activejobs replace row");
  private static final List<String> CHANGE = List.of("azure prioritise", "jobs replace j");
  private static final List<String> REMOVE =
      List.of(
          "results delete submitted",
          "results delete raw",
          "results delete result.json",
          "results delete classiq.json",
          "programs delete",
          "jobs delete p",
          "jobs delete s",
          "jobs delete j");
  private static final List<String> DELETE =
      join(
          List.of(
              "activejobs insert row",
              "expiring insert row",
              "jobs replace j",
              "activejobs insert row"),
          REMOVE,
          List.of("activejobs delete row"));
  private static final List<String> EXPIRE =
      join(
          List.of("jobs delete k", "jobs replace j", "activejobs delete row"),
          REMOVE,
          List.of("expiring delete row"));

  private static WriteMap of(String name, Consumer<Simulation> story, List<?>... steps) {
    return new WriteMap(name, story, join(steps));
  }

  private static List<String> join(List<?>... steps) {
    return Arrays.stream(steps).flatMap(List::stream).map(String.class::cast).toList();
  }

  static Stream<WriteMap> stories() {
    return Stream.of(
        of("completed", fixture -> fixture.submitAfter(Duration.ZERO, client("")), LIFE),
        of(
            "completed from a large program",
            fixture -> fixture.submitAfter(Duration.ZERO, client(largeComment())),
            ACCEPT_LARGE,
            SUBMIT,
            OBSERVE,
            COLLECT,
            END),
        of(
            "cancelled before it was submitted",
            fixture -> {
              fixture.submitAfter(Duration.ZERO, client(""));
              fixture.after(Duration.ZERO, Simulation::cancelOne);
            },
            ACCEPT,
            END,
            END_AGAIN),
        of(
            "cancelled at the provider",
            fixture -> {
              fixture.submitAfter(Duration.ZERO, client(""));
              fixture.after(Duration.ofSeconds(1), Simulation::cancelOne);
            },
            ACCEPT,
            SUBMIT,
            CANCEL,
            LOOK_AGAIN,
            END),
        of(
            "buried and put back",
            fixture -> {
              fixture.provider.closeFor(Duration.ofSeconds(4));
              fixture.submitAfter(Duration.ZERO, client(""));
              fixture.after(Duration.ofSeconds(3), Simulation::poison);
            },
            ACCEPT,
            TRY,
            HOLD,
            BURY,
            RESEND,
            SUBMIT_AGAIN,
            OBSERVE,
            COLLECT,
            END),
        of(
            "held until the target opens",
            fixture -> {
              fixture.provider.closeFor(Duration.ofSeconds(4));
              fixture.submitAfter(Duration.ZERO, client(""));
            },
            ACCEPT,
            TRY,
            HOLD,
            RESEND,
            SUBMIT_AGAIN,
            OBSERVE,
            COLLECT,
            END),
        of(
            "failed at the provider",
            fixture -> {
              fixture.provider.failAll();
              fixture.submitAfter(Duration.ZERO, client(""));
            },
            ACCEPT,
            SUBMIT,
            OBSERVE,
            END),
        of(
            "deleted",
            fixture -> {
              fixture.submitAfter(Duration.ZERO, client(""));
              fixture.after(Duration.ofMinutes(1), Simulation::deleteOne);
            },
            LIFE,
            DELETE),
        of(
            "retried",
            fixture -> {
              fixture.submitAfter(Duration.ZERO, client(""));
              fixture.after(Duration.ofMinutes(1), Simulation::retryOne);
            },
            LIFE,
            ACCEPT_WITHOUT_KEY,
            SUBMIT,
            OBSERVE,
            COLLECT,
            END),
        of(
            "renamed",
            fixture -> {
              fixture.submitAfter(Duration.ZERO, client(""));
              fixture.after(Duration.ofSeconds(1), Simulation::renameOne);
            },
            ACCEPT,
            SUBMIT,
            CHANGE,
            OBSERVE,
            COLLECT,
            END),
        of(
            "expired",
            fixture -> {
              fixture.submitAfter(Duration.ZERO, client(""));
              fixture.after(Duration.ofDays(95), Simulation::expire);
            },
            LIFE,
            EXPIRE),
        of(
            "told of everything",
            fixture -> fixture.submitAfter(Duration.ZERO, curiousClient()),
            ACCEPT,
            TELL,
            SUBMIT,
            List.of("jobs replace j"),
            TELL,
            List.of("activejobs replace row"),
            COLLECT,
            CALL_BACK),
        of("dropped", Simulation::drop, LIFE),
        of("refused", Simulation::dropNonsense, REFUSE),
        of("dropped under another's key", Simulation::dropTwiceUnderOneKey, LIFE, REFUSE));
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
