package io.quantumexecutor.faults;

import java.util.Arrays;
import java.util.List;

/** The writes of the steps that ways of jobs are made of, in order. */
final class Writes {
  static final List<String> ACCEPT =
      List.of(
          "activejobs insert row",
          "jobs commit insert j, insert k, insert p, insert s",
          "quantum-jobs send");
  static final List<String> ACCEPT_WITHOUT_KEY =
      List.of(
          "activejobs insert row", "jobs commit insert j, insert p, insert s", "quantum-jobs send");
  static final List<String> ACCEPT_LARGE =
      List.of(
          "activejobs insert row",
          "programs write",
          "jobs commit insert j, insert k, insert s",
          "quantum-jobs send");
  static final List<String> REFUSE =
      List.of(
          "activejobs insert row",
          "jobs commit insert j, insert k",
          "quantum-job-events send",
          "jobs replace j",
          "expiring insert row",
          "activejobs delete row");

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

  /** A later attempt sends what the first one stored. */
  static final List<String> SUBMIT_AGAIN =
      List.of(
          "jobs replace j",
          "azure upload",
          "azure create",
          "jobs replace j",
          "activejobs replace row");

  static final List<String> OBSERVE = List.of("jobs replace j", "activejobs replace row");
  static final List<String> COLLECT = List.of("results write raw", "results write result.json");

  /** The final record erases the secret and holds the event until it was sent. */
  static final List<String> END =
      List.of(
          "jobs commit delete s, replace j",
          "quantum-job-events send",
          "jobs replace j",
          "expiring insert row",
          "activejobs delete row");

  /** An event is forgotten only after it was sent. */
  static final List<String> TELL = List.of("quantum-job-events send", "jobs replace j");

  /** As the end, with a call that is made by the handler of a message of its own. */
  static final List<String> CALL_BACK =
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
  static final List<String> LIFE = join(ACCEPT, SUBMIT, OBSERVE, COLLECT, END);

  /** A message that comes after the end makes sure of its last steps. */
  static final List<String> END_AGAIN = List.of("expiring insert row", "activejobs delete row");

  static final List<String> CANCEL =
      List.of("activejobs replace row", "jobs replace j", "activejobs replace row", "azure cancel");
  static final List<String> LOOK_AGAIN = List.of("activejobs replace row");
  static final List<String> CHANGE = List.of("azure prioritise", "jobs replace j");
  static final List<String> REMOVE =
      List.of(
          "results delete submitted",
          "results delete raw",
          "results delete result.json",
          "results delete classiq.json",
          "programs delete",
          "jobs delete p",
          "jobs delete s",
          "jobs delete j");
  static final List<String> DELETE =
      join(
          List.of(
              "activejobs insert row",
              "expiring insert row",
              "jobs replace j",
              "activejobs insert row"),
          REMOVE,
          List.of("activejobs delete row"));
  static final List<String> EXPIRE =
      join(
          List.of("jobs delete k", "jobs replace j", "activejobs delete row"),
          REMOVE,
          List.of("expiring delete row"));

  private Writes() {}

  static List<String> join(List<?>... steps) {
    return Arrays.stream(steps).flatMap(List::stream).map(String.class::cast).toList();
  }
}
