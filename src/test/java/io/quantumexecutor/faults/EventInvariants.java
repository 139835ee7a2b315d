package io.quantumexecutor.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.job.EventFilter;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What must hold of the events and callbacks of all jobs. */
final class EventInvariants {
  private final SimulatedReceiver receiver;

  EventInvariants(SimulatedReceiver receiver) {
    this.receiver = receiver;
  }

  /**
   * Every job that was seen to end has told so, deleted ones included; what comes later in a job's
   * life is not told before what comes earlier; who asked for a callback was called.
   */
  void check(List<Job> jobs, Map<JobKey, JobStatus> seen) {
    List<EventSeen> events = receiver.events().stream().map(EventSeen::of).toList();
    List<EventSeen> calls = receiver.calls().stream().map(EventSeen::of).toList();
    Map<JobId, Set<Integer>> told = new HashMap<>();
    for (EventSeen event : events) {
      Set<Integer> before = told.computeIfAbsent(event.job(), any -> new TreeSet<>());
      Invariants.require(
          before.contains(event.sequence())
              || before.stream().allMatch(earlier -> earlier < event.sequence()),
          "job " + event.job() + " told " + event + " after " + before);
      before.add(event.sequence());
    }
    seen.forEach(
        (key, status) ->
            Invariants.require(
                events.contains(new EventSeen(key.id(), status, 4)) || !status.isFinal(),
                "job " + key.id() + " never told that it is " + status));
    for (Job job : jobs) {
      Invariants.require(
          job.outbox().isEmpty(), "never told of " + job.key().id() + ": " + job.outbox());
      checkChoice(job, told.getOrDefault(job.key().id(), Set.of()), calls);
    }
  }

  private static void checkChoice(Job job, Set<Integer> told, List<EventSeen> calls) {
    boolean all = job.outbox().events() == EventFilter.ALL;
    Invariants.require(
        all ? told.contains(1) : told.equals(Set.of(4)), "job " + job.key().id() + " told " + told);
    long called = calls.stream().filter(call -> call.job().equals(job.key().id())).count();
    Invariants.require(
        called > 0 == (job.outbox().callback() != null),
        "the receiver of job " + job.key().id() + " was called " + called + " times");
  }

  /** An event as a receiver reads it. */
  private record EventSeen(JobId job, JobStatus status, int sequence) {
    static EventSeen of(String text) {
      try {
        JsonNode event = Invariants.JSON.readTree(text);
        JobId job = JobId.parse(event.path("subject").textValue()).orElseThrow();
        int sequence = Integer.parseInt(event.path("sequence").textValue());
        Invariants.require(
            event.path("id").textValue().equals(job + "-" + sequence), "misnamed: " + text);
        return new EventSeen(
            job, JobStatus.valueOf(event.path("data").path("status").textValue()), sequence);
      } catch (JsonProcessingException e) {
        throw new AssertionError("no event: " + text, e);
      }
    }
  }
}
