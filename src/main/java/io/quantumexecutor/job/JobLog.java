package io.quantumexecutor.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Port: where structured lines about jobs go, one for each change of state. */
@FunctionalInterface
public interface JobLog {
  /** Writes one line; the facts hold no secret. Never throws. */
  void line(Map<String, Object> facts);

  /** The job was stored in another state, or with another reason, than before. */
  default void changed(Job job) {
    List<TimelineEntry> entries = job.timeline().entries();
    TimelineEntry last = entries.get(entries.size() - 1);
    String from = entries.size() < 2 ? "" : entries.get(entries.size() - 2).status().name();
    state(job, from, last.status().name(), last.why());
  }

  /** It waits with us. */
  default void held(Job job, String code) {
    state(job, job.status().name(), "HELD", code);
  }

  /** Its result could not be collected and will be tried again. */
  default void notCollected(Job job, String why) {
    state(job, job.status().name(), "NOT_COLLECTED", why);
  }

  /** Its message was given up and the job goes back to due. */
  default void buried(Job job) {
    state(job, job.status().name(), "BURIED", "its message was given up");
  }

  /** Its receiver was not reached and will be called again. */
  default void notCalled(Job job, String why) {
    state(job, job.status().name(), "NOT_CALLED", why);
  }

  /** A row that this version cannot read was left out. */
  default void skippedRow(String table, String partition, String key, String why) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("event", "row-skipped");
    facts.put("table", table);
    facts.put("partition", partition);
    facts.put("row", key);
    facts.put("why", why);
    line(facts);
  }

  private void state(Job job, String from, String to, String why) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("event", "job-state");
    facts.put("job", job.key().id().toString());
    facts.put("owner", job.key().owner().key());
    facts.put("from", from);
    facts.put("to", to);
    facts.put("why", why);
    facts.put("attempt", job.progress().attempt());
    line(facts);
  }
}
