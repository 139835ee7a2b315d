package io.quantumexecutor.workspace;

import io.quantumexecutor.job.IdentityKey;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobIds;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.SettableClock;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A workspace in memory. Jobs stay Waiting until a test gives them another status. Trouble is
 * queued by operation: before (nothing happened) or after (it happened, the answer was lost).
 */
public final class FakeWorkspace implements QuantumWorkspace, QuantumWorkspaces {
  public static final IdentityKey PARTITION = new IdentityKey("partition");
  private static final URI CONTAINER = URI.create("https://a.blob.core.windows.net/job");

  private final SettableClock clock;
  private Runnable uploadHappening = () -> {};
  private Runnable findHappening = () -> {};
  private Runnable eachFind = () -> {};
  private Runnable eachList = () -> {};
  private final Map<JobId, ProviderJob> jobs = new LinkedHashMap<>();
  private final Map<JobId, byte[]> outputs = new TreeMap<>();
  private final Map<JobId, String> inputs = new TreeMap<>();
  private final Map<String, Deque<RuntimeException>> before = new TreeMap<>();
  private final Map<String, Deque<RuntimeException>> after = new TreeMap<>();
  public boolean filterWorks = true;

  /** A word that the filter does not know, although it is not final. */
  public String filterHides = "";

  private final Map<String, TargetStatus> statuses = new TreeMap<>();
  public final List<String> calls = new ArrayList<>();
  public final List<NewProviderJob> created = new ArrayList<>();

  public FakeWorkspace(SettableClock clock) {
    this.clock = clock;
    statuses.put(
        "newco.qpu.one", new TargetStatus("newco", "newco.qpu.one", "Available", 7, 5, "Base"));
  }

  /** What happens while an input is uploaded. */
  public void duringUpload(Runnable happening) {
    uploadHappening = happening;
  }

  /** What happens once while a job is looked up. */
  public void duringFind(Runnable happening) {
    findHappening = happening;
  }

  public void duringEachFind(Runnable happening) {
    eachFind = happening;
  }

  public void duringEachList(Runnable happening) {
    eachList = happening;
  }

  public void failBefore(String operation, RuntimeException trouble) {
    before.computeIfAbsent(operation, any -> new ArrayDeque<>()).add(trouble);
  }

  public void failAfter(String operation, RuntimeException trouble) {
    after.computeIfAbsent(operation, any -> new ArrayDeque<>()).add(trouble);
  }

  /** Every queued trouble must have been met, or the test did not test it. */
  public boolean allTroubleMet() {
    return before.values().stream().allMatch(Deque::isEmpty)
        && after.values().stream().allMatch(Deque::isEmpty);
  }

  public void set(JobId id, String status) {
    ProviderJob job = jobs.get(id);
    jobs.put(id, job(id, status, job == null ? null : job.outputUri(), null));
  }

  public void finish(JobId id, String status, String output) {
    outputs.put(id, output.getBytes(StandardCharsets.UTF_8));
    jobs.put(id, job(id, status, CONTAINER.resolve("/job/rawOutputData"), null));
  }

  public void finishWithoutOutput(JobId id, String status) {
    jobs.put(id, job(id, status, CONTAINER.resolve("/job/rawOutputData"), null));
  }

  public void fail(JobId id, String code) {
    jobs.put(id, job(id, "Failed", null, code));
  }

  /** Jobs that other people created now. */
  public void addOthers(int count, String status) {
    JobIds ids = new JobIds(clock, new Random(jobs.size()));
    for (int i = 0; i < count; i++) {
      JobId id = ids.next();
      jobs.put(id, job(id, status, null, null));
    }
  }

  public void forget(JobId id) {
    jobs.remove(id);
  }

  public Optional<String> input(JobId id) {
    return Optional.ofNullable(inputs.get(id));
  }

  private ProviderJob job(
      JobId id, String status, @Nullable URI output, @Nullable String errorCode) {
    String message = errorCode == null ? null : "it failed";
    ProviderJob before = jobs.get(id);
    Instant created = before == null ? clock.instant() : before.createdAt();
    return new ProviderJob(id, status, output, errorCode, message, created, null);
  }

  private void begin(String operation) {
    calls.add(operation);
    raise(before.get(operation));
  }

  private void end(String operation) {
    raise(after.get(operation));
  }

  private static void raise(@Nullable Deque<RuntimeException> troubles) {
    if (troubles != null && !troubles.isEmpty()) {
      throw troubles.remove();
    }
  }

  @Override
  public IdentityKey integrationPartition() {
    return PARTITION;
  }

  @Override
  public QuantumWorkspace open(IdentityKey partition, JobKey anyJob) {
    raise(before.get("open"));
    return this;
  }

  @Override
  public QuantumWorkspace integration() {
    return this;
  }

  @Override
  public UploadedInput upload(JobId id, byte[] input, String contentType) {
    begin("upload");
    uploadHappening.run();
    inputs.put(id, new String(input, StandardCharsets.UTF_8));
    end("upload");
    return new UploadedInput(CONTAINER, CONTAINER.resolve("/job/inputData"));
  }

  @Override
  public ProviderJob create(NewProviderJob job) {
    begin("create");
    created.add(job);
    ProviderJob made = job(job.id(), "Waiting", null, null);
    jobs.putIfAbsent(job.id(), made);
    end("create");
    return made;
  }

  @Override
  public Optional<ProviderJob> find(JobId id) {
    begin("find");
    eachFind.run();
    Runnable happening = findHappening;
    findHappening = () -> {};
    happening.run();
    Optional<ProviderJob> found = Optional.ofNullable(jobs.get(id));
    end("find");
    return found;
  }

  @Override
  public ProviderPage list(ListQuery query) {
    begin("list");
    eachList.run();
    Instant since = query.since().atStartOfDay(ZoneOffset.UTC).toInstant();
    List<ProviderJob> rest =
        jobs.values().stream()
            .filter(job -> !job.createdAt().isBefore(since))
            .filter(job -> query.which() == Which.ALL || !filterWorks || passesFilter(job))
            .skip(query.skip())
            .limit(query.top() + 1L)
            .toList();
    boolean last = rest.size() <= query.top();
    return new ProviderPage(last ? rest : rest.subList(0, query.top()), last);
  }

  private boolean passesFilter(ProviderJob job) {
    return !ProviderStatus.isFinal(job.status()) && !job.status().equals(filterHides);
  }

  @Override
  public void cancel(JobId id) {
    begin("cancel");
    ProviderJob job = jobs.get(id);
    if (job != null && !ProviderStatus.isFinal(job.status())) {
      jobs.put(id, job(id, "Cancelled", null, null));
    }
    end("cancel");
  }

  @Override
  public void prioritise(JobId id, String priority) {
    begin("prioritise " + priority);
    end("prioritise " + priority);
  }

  @Override
  public Optional<byte[]> output(ProviderJob job) {
    begin("output");
    return Optional.ofNullable(outputs.get(job.id()));
  }

  /** A target takes that availability; those of the catalogue are not there until then. */
  public void show(String provider, String target, String availability) {
    statuses.put(target, new TargetStatus(provider, target, availability, 60, null, null));
  }

  public void withdraw(String target) {
    statuses.remove(target);
  }

  @Override
  public List<TargetStatus> targets() {
    begin("targets");
    return List.copyOf(statuses.values());
  }

  @Override
  public List<Quota> quotas() {
    begin("quotas");
    return List.of(
        new Quota(
            "ionq",
            "qgs",
            "Subscription",
            BigDecimal.TEN,
            BigDecimal.ZERO,
            new BigDecimal("8333334"),
            "Monthly"));
  }
}
