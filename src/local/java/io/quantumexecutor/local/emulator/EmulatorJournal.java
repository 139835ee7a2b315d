package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** What happened, as evidence for tests. Counters are exact; of requests the latest are kept. */
public final class EmulatorJournal {
  private static final int KEPT_REQUESTS = 50_000;

  /** Which credential a request carried, right or wrong. */
  public enum Credential {
    NONE,
    BEARER,
    API_KEY
  }

  /**
   * One request.
   *
   * @param target path and query as received
   * @param id the job or session id in the path, empty when there is none
   * @param status 0 when the connection was dropped without an answer
   */
  public record Entry(
      Instant at,
      Route route,
      String id,
      String method,
      String target,
      int status,
      Credential credential) {}

  private final ConcurrentLinkedDeque<Entry> entries = new ConcurrentLinkedDeque<>();
  private final Map<String, Integer> creates = new ConcurrentHashMap<>();
  private final Map<String, Integer> repeats = new ConcurrentHashMap<>();
  private final Map<String, Integer> cancels = new ConcurrentHashMap<>();

  /** The latest requests, oldest first. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** How many jobs were made under this id: never more than one. */
  public int creates(String jobId) {
    return creates.getOrDefault(jobId, 0);
  }

  /** How many creates of this id found the job there already. */
  public int repeats(String jobId) {
    return repeats.getOrDefault(jobId, 0);
  }

  /** How many times the job was asked to cancel. */
  public int cancels(String jobId) {
    return cancels.getOrDefault(jobId, 0);
  }

  /** How many jobs were made in all. */
  public int jobsCreated() {
    return creates.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many of the kept requests asked for a route. */
  public long requests(Route route) {
    return entries.stream().filter(entry -> entry.route == route).count();
  }

  void record(Entry entry) {
    entries.add(entry);
    while (entries.size() > KEPT_REQUESTS) {
      entries.poll();
    }
  }

  void created(String jobId) {
    creates.merge(jobId, 1, Integer::sum);
  }

  void repeated(String jobId) {
    repeats.merge(jobId, 1, Integer::sum);
  }

  void cancelled(String jobId) {
    cancels.merge(jobId, 1, Integer::sum);
  }

  ObjectNode toJson() {
    ObjectNode json = EmulatorJson.object();
    json.set("creates", EmulatorJson.MAPPER.valueToTree(new TreeMap<>(creates)));
    json.set("repeats", EmulatorJson.MAPPER.valueToTree(new TreeMap<>(repeats)));
    json.set("cancels", EmulatorJson.MAPPER.valueToTree(new TreeMap<>(cancels)));
    var requests = json.putArray("requests");
    for (Entry entry : entries) {
      requests
          .addObject()
          .put("at", entry.at.toString())
          .put("route", entry.route.wireName())
          .put("id", entry.id)
          .put("method", entry.method)
          .put("target", entry.target)
          .put("status", entry.status)
          .put("credential", entry.credential.name().toLowerCase(Locale.ROOT));
    }
    return json;
  }
}
