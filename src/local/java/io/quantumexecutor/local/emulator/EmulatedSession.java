package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A session: a bracket around jobs. Its state is worked out from its jobs and the clock. */
final class EmulatedSession {
  /** Without a new job for this long a session ends by itself (Azure Quantum documentation). */
  private static final Duration IDLE_LIMIT = Duration.ofMinutes(10);

  /** What was asked for when the session was opened. */
  record Definition(
      String name, String providerId, String target, FailurePolicy policy, String priority) {}

  /** What a failed job does to its session. */
  enum FailurePolicy {
    ABORT("Abort"),
    CONTINUE("Continue");

    private final String wireName;

    FailurePolicy(String wireName) {
      this.wireName = wireName;
    }

    static FailurePolicy of(String wireName) {
      return wireName.equals("Continue") ? CONTINUE : ABORT;
    }
  }

  /** A status word, and when the session ended if it has. */
  record State(String status, Optional<Instant> ended) {}

  private final String id;
  private final Definition definition;
  private final InstantSource clock;
  private final Instant created;
  private volatile Optional<Instant> closed = Optional.empty();

  EmulatedSession(String id, Definition definition, InstantSource clock) {
    this.id = id;
    this.definition = definition;
    this.clock = clock;
    this.created = clock.instant();
  }

  String id() {
    return id;
  }

  Definition definition() {
    return definition;
  }

  Instant created() {
    return created;
  }

  /** Closes the session unless it has ended already. */
  void close(List<EmulatedJob> jobs) {
    if (state(jobs).ended().isEmpty()) {
      closed = Optional.of(clock.instant());
    }
  }

  /**
   * The state now. Whatever ended the session first counts.
   *
   * @param jobs those of this session
   */
  State state(List<EmulatedJob> jobs) {
    List<Instant> failures = jobs.stream().flatMap(EmulatedSession::failure).sorted().toList();
    String closedStatus = failures.isEmpty() ? "Succeeded" : "Failed";
    Stream<State> ends =
        Stream.of(
                closed.map(at -> new State(closedStatus, Optional.of(at))),
                aborted(jobs).map(at -> new State("Failed", Optional.of(at))),
                idleSince(jobs).map(at -> new State("TimedOut", Optional.of(at))))
            .flatMap(Optional::stream);
    return ends.min(Comparator.comparing(state -> state.ended.orElseThrow()))
        .orElseGet(() -> new State(openStatus(jobs, failures), Optional.empty()));
  }

  /** When a failed job ended the session and so cancelled the others. */
  Optional<Instant> aborted(List<EmulatedJob> jobs) {
    return definition.policy == FailurePolicy.ABORT
        ? jobs.stream().flatMap(EmulatedSession::failure).min(Comparator.naturalOrder())
        : Optional.empty();
  }

  private static String openStatus(List<EmulatedJob> jobs, List<Instant> failures) {
    if (jobs.isEmpty()) {
      return "Waiting";
    }
    return failures.isEmpty() ? "Executing" : "Failure(s)";
  }

  private static Stream<Instant> failure(EmulatedJob job) {
    JobState state = job.state();
    return state.phase() == JobPhase.FAILED ? state.times().ended().stream() : Stream.empty();
  }

  private Optional<Instant> idleSince(List<EmulatedJob> jobs) {
    Instant last =
        jobs.stream()
            .map(job -> job.state().times().created())
            .max(Comparator.naturalOrder())
            .orElse(created);
    Instant end = last.plus(IDLE_LIMIT);
    return clock.instant().isBefore(end) ? Optional.empty() : Optional.of(end);
  }

  ObjectNode show(List<EmulatedJob> jobs, String apiVersion) {
    State state = state(jobs);
    ObjectNode node = EmulatorJson.object();
    if (apiVersion.compareTo(JobView.RECORDED_VERSION) > 0) {
      node.put("priority", definition.priority);
    }
    return node.put("status", state.status)
        .put("jobFailurePolicy", definition.policy.wireName)
        .put("jobPriority", "Basic")
        .put("name", definition.name)
        .put("id", id)
        .put("providerId", definition.providerId)
        .put("target", definition.target)
        .put("creationTime", ApiTime.ofList(created))
        .put("endExecutionTime", state.ended.map(ApiTime::ofList).orElse(null))
        .putNull("costEstimate")
        .put("itemType", "Session");
  }
}
