package io.quantumexecutor.local.emulator;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A workspace and what is in it.
 *
 * @param sessions by id
 */
record WorkspaceContent(
    EmulatedWorkspace workspace, EmulatedJobs jobs, Map<String, EmulatedSession> sessions) {
  WorkspaceContent(EmulatedWorkspace workspace) {
    this(workspace, new EmulatedJobs(), new ConcurrentSkipListMap<>());
  }

  EmulatedSession requireSession(String id) {
    EmulatedSession session = sessions.get(id);
    if (session == null) {
      throw ServiceError.notFound("Session", id);
    }
    return session;
  }

  List<EmulatedJob> jobsOf(EmulatedSession session) {
    return jobs.all().stream()
        .filter(job -> session.id().equalsIgnoreCase(job.definition().sessionId()))
        .toList();
  }
}
