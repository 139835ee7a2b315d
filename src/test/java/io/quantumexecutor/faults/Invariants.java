package io.quantumexecutor.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.job.JobStore.JobQuery;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.Payloads;
import io.quantumexecutor.storage.StorageClients;
import io.quantumexecutor.storage.TableRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold whatever happened, looked at from outside, past every fault. */
final class Invariants {
  static final ObjectMapper JSON = new ObjectMapper();

  private final SimulatedStorage storage;
  private final SimulatedProvider provider;
  private final JobStore jobs;
  private final Payloads payloads;
  private final Map<String, String> versions = new HashMap<>();
  private final Map<JobKey, JobStatus> seen = new HashMap<>();
  private final Map<JobKey, Integer> results = new HashMap<>();
  private final Set<JobKey> cancelled = new HashSet<>();
  private final Set<JobKey> deleted = new HashSet<>();
  private int drops;
  private boolean targetIsGone;

  Invariants(SimulatedStorage storage, SimulatedProvider provider) {
    this.storage = storage;
    this.provider = provider;
    StorageClients clients = new StorageClients(storage, () -> "reader", line -> {});
    jobs = clients.jobs();
    payloads = clients.payloads();
  }

  /** Some version in this run does not know the target. */
  void targetIsGone() {
    targetIsGone = true;
  }

  void cancelled(JobKey key) {
    cancelled.add(key);
  }

  void deleted(JobKey key) {
    deleted.add(key);
  }

  void dropped() {
    drops++;
  }

  private List<Job> all() {
    return Stream.of(Client.OWNER, Instance.DROPPER).flatMap(owner -> all(owner).stream()).toList();
  }

  private List<Job> all(Owner owner) {
    List<Job> all = new ArrayList<>();
    String cursor = null;
    do {
      JobQuery query = new JobQuery(null, null, null, null, null, null, 10_000, cursor);
      JobStore.JobPage page = jobs.list(owner, query);
      all.addAll(page.jobs());
      cursor = page.cursor().orElse(null);
    } while (cursor != null);
    return all;
  }

  /** States only move forward; what is final stays as it is; nothing is created twice. */
  void checkStep() {
    require(provider.repeated().isEmpty(), "created twice: " + provider.repeated());
    for (TableRow row : storage.rows("jobs").all()) {
      if (row.key().startsWith("j-") && !row.storedEtag().equals(versions.get(row.key()))) {
        versions.put(row.key(), row.storedEtag());
        jobs.find(keyOf(row)).ifPresent(this::checkMove);
      }
    }
  }

  /** The key of a job's row is the complement of its id. */
  private static JobKey keyOf(TableRow row) {
    String hex = row.key().substring(2);
    long high = ~Long.parseUnsignedLong(hex.substring(0, 16), 16);
    long low = ~Long.parseUnsignedLong(hex.substring(16), 16);
    return new JobKey(new Owner(row.partition()), new JobId(new UUID(high, low)));
  }

  private void checkMove(Job job) {
    JobStatus before = seen.put(job.key(), job.status());
    require(
        before == null || before == job.status() || before.canBecome(job.status()),
        "job " + job.key().id() + " went from " + before + " to " + job.status());
    if (job.status() == JobStatus.COMPLETED) {
      checkResult(job);
    }
  }

  private void checkResult(Job job) {
    byte[] result =
        payloads.read(job.key(), Payloads.Part.RESULT).orElseThrow(() -> missing(job, "result"));
    if (payloads.read(job.key(), Payloads.Part.RAW).isEmpty()) {
      throw missing(job, "raw answer");
    }
    if (job.key().owner().equals(Client.OWNER)) {
      require(
          outcomes(result).equals(Set.of(Client.OUTCOME)),
          "job " + job.key().id() + " counted " + outcomes(result));
    }
    int hash = Arrays.hashCode(result);
    Integer before = results.put(job.key(), hash);
    require(before == null || before == hash, "the result of " + job.key().id() + " changed");
  }

  private static Set<String> outcomes(byte[] result) {
    try {
      Set<String> outcomes = new TreeSet<>();
      new ObjectMapper()
          .readTree(result)
          .path("counts")
          .fieldNames()
          .forEachRemaining(outcomes::add);
      return outcomes;
    } catch (IOException e) {
      throw new AssertionError("no result document", e);
    }
  }

  private static AssertionError missing(Job job, String what) {
    return new AssertionError("job " + job.key().id() + " is COMPLETED without its " + what);
  }

  /** Whether no job and no row waits for anything. */
  boolean isQuiet() {
    return unfinished().isEmpty();
  }

  List<String> unfinished() {
    return Stream.concat(
            activeRows().stream().map(Simulation::name),
            all().stream()
                .filter(job -> !job.isFinal())
                .map(job -> job.key().id() + " " + job.progress()))
        .toList();
  }

  private List<TableRow> activeRows() {
    return storage.rows("activejobs").all().stream()
        .filter(row -> !row.key().startsWith("~"))
        .toList();
  }

  /** Everything that was accepted has ended, as it should, and nothing is left over. */
  void checkEnd(List<Client> clients) {
    Set<JobKey> known = all().stream().map(Job::key).collect(Collectors.toSet());
    for (Client client : clients) {
      client
          .accepted()
          .filter(key -> !deleted.contains(key))
          .ifPresent(key -> require(known.contains(key), "accepted job " + key.id() + " is lost"));
    }
    checkDrops(all(Instance.DROPPER).size());
    all().forEach(this::checkMove);
    all().forEach(this::checkEnding);
    new EventInvariants(storage.receiver()).check(all(), seen);
    require(
        storage.rows("jobs").all().stream().noneMatch(row -> row.key().startsWith("s-")),
        "a sealed secret was kept");
    checkNoOrphans();
  }

  /**
   * A poison copy has an id of its own: whether its drop was accepted before is not to be known.
   */
  private void checkDrops(int jobs) {
    require(
        jobs >= drops && jobs <= drops + storage.queues().poisoned(),
        drops + " drops became " + jobs + " jobs");
  }

  boolean isEmpty() {
    return leftovers().isEmpty();
  }

  void checkEmpty() {
    require(isEmpty(), "kept for ever: " + leftovers());
  }

  private List<String> leftovers() {
    Stream<String> rows =
        Stream.of("jobs", "activejobs", "expiring")
            .flatMap(table -> storage.rows(table).all().stream())
            .filter(row -> !row.key().startsWith("~"))
            .map(Simulation::name);
    Stream<String> blobs =
        Stream.of("results", "programs")
            .flatMap(container -> storage.blobs(container).names().stream());
    return Stream.concat(rows, blobs).toList();
  }

  private void checkEnding(Job job) {
    JobStatus status = job.status();
    if (status == JobStatus.CANCELLED) {
      require(cancelled.contains(job.key()), "nobody cancelled job " + job.key().id());
    }
    if (status == JobStatus.FAILED && !isRefusedDrop(job) && !isWithoutTarget(job)) {
      require(
          !provider.endsWell(job.key().id()),
          "job " + job.key().id() + " failed for no reason: " + job.progress().failure());
    }
  }

  /** A version that has lost the target refuses what was not sent before, and nothing else. */
  private boolean isWithoutTarget(Job job) {
    Failure failure = job.progress().failure();
    return targetIsGone
        && failure != null
        && failure.code().equals("unknown-backend")
        && payloads.read(job.key(), Payloads.Part.SUBMITTED).isEmpty();
  }

  private static boolean isRefusedDrop(Job job) {
    return job.key().owner().equals(Instance.DROPPER) && job.summary().backend() == null;
  }

  /** The row of a job that is being removed goes last, and says whose the blobs are. */
  private void checkNoOrphans() {
    Set<String> ids =
        storage.rows("jobs").all().stream()
            .filter(row -> row.key().startsWith("j-"))
            .map(row -> keyOf(row).id().toString())
            .collect(Collectors.toSet());
    Set<String> orphans = new TreeSet<>();
    for (String container : List.of("results", "programs")) {
      for (String name : storage.blobs(container).names()) {
        if (ids.stream().noneMatch(name::contains)) {
          orphans.add(container + "/" + name);
        }
      }
    }
    require(orphans.isEmpty(), "blobs without a job: " + orphans);
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
