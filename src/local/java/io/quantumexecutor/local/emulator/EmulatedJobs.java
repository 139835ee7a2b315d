package io.quantumexecutor.local.emulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The jobs of a workspace, in order of creation. */
final class EmulatedJobs {
  private final Map<String, EmulatedJob> jobs = new LinkedHashMap<>();

  synchronized Optional<EmulatedJob> find(String id) {
    return Optional.ofNullable(jobs.get(id));
  }

  EmulatedJob require(String id) {
    return find(id).orElseThrow(() -> ServiceError.notFound("Job", id));
  }

  /** Adds a job unless there is one of that id, which is then returned. */
  synchronized Optional<EmulatedJob> addIfAbsent(EmulatedJob job) {
    return Optional.ofNullable(jobs.putIfAbsent(job.id(), job));
  }

  synchronized void remove(String id) {
    jobs.remove(id);
  }

  synchronized List<EmulatedJob> all() {
    return List.copyOf(jobs.values());
  }
}
