package io.quantumexecutor.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantumexecutor.job.IdentityKey;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.SettableClock;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumWorkspace;
import io.quantumexecutor.workspace.QuantumWorkspaces;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The truth about what the provider has: jobs live on the virtual clock, each with its fate. */
final class SimulatedProvider implements QuantumWorkspace, QuantumWorkspaces {
  static final IdentityKey PARTITION = new IdentityKey("partition");
  private static final URI CONTAINER = URI.create("https://a.blob.core.windows.net/job/");

  /** So many of the fates are good ones. */
  private static final int GOOD = 4;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final SettableClock clock;
  private final RandomGenerator random;
  private final ProviderQuirks quirks;
  private final Map<JobId, JobLife> lives = new LinkedHashMap<>();
  private final Map<JobId, byte[]> inputs = new HashMap<>();
  private Instant opens = Instant.MIN;
  private boolean allFail;
  private int padding;
  private @Nullable JobId spoiled;
  private @Nullable JobId lastAnswered;
  private final Set<JobId> repeated = new LinkedHashSet<>();

  SimulatedProvider(SettableClock clock, RandomGenerator random, ProviderQuirks quirks) {
    this.clock = clock;
    this.random = random;
    this.quirks = quirks;
  }

  /** What jobs may expect. */
  enum ProviderQuirks {
    /** Every job succeeds within seconds. */
    STEADY,
    /** Every job succeeds, with detours. */
    GOOD,
    /** Some jobs come to a bad end. */
    BAD
  }

  /** The target is unavailable for so long. */
  void closeFor(Duration time) {
    opens = clock.instant().plus(time);
  }

  /** Every job fails from now on. */
  void failAll() {
    allFail = true;
  }

  /**
   * Whatever is done with the answer of the first job that is created will come to a bad end.
   *
   * @param bytes how many blanks follow that answer
   */
  void spoilFirst(int bytes) {
    padding = bytes;
  }

  /** Whether the answer that was given last is the spoiled one. */
  boolean hasJustAnsweredSpoiled() {
    return lastAnswered != null && lastAnswered.equals(spoiled);
  }

  /** Jobs that were created while the provider had them. */
  Set<JobId> repeated() {
    return Set.copyOf(repeated);
  }

  /** Whether a job can only end well, unless somebody cancels it. */
  boolean endsWell(JobId id) {
    JobLife life = lives.get(id);
    if (padding > 0 && id.equals(spoiled)) {
      return false;
    }
    return life == null || life.endsWell();
  }

  @Override
  public IdentityKey integrationPartition() {
    return PARTITION;
  }

  @Override
  public QuantumWorkspace open(IdentityKey partition, JobKey anyJob) {
    return this;
  }

  @Override
  public QuantumWorkspace integration() {
    return this;
  }

  @Override
  public UploadedInput upload(JobId id, byte[] input, String contentType) {
    inputs.put(id, input);
    return new UploadedInput(CONTAINER, CONTAINER.resolve("inputData"));
  }

  @Override
  public ProviderJob create(NewProviderJob job) {
    if (clock.instant().isBefore(opens)) {
      throw new QuantumException(
          QuantumException.Kind.TRY_LATER, 409, "TargetUnavailable", "closed", null);
    }
    if (find(job.id()).isPresent()) {
      repeated.add(job.id());
    }
    // A job that was forgotten is not there to be doubled.
    JobLife life = begin(job.id());
    spoiled = spoiled == null ? job.id() : spoiled;
    lives.put(job.id(), life);
    return job(life, "Waiting", false);
  }

  private JobLife begin(JobId id) {
    Instant now = clock.instant();
    if (quirks == ProviderQuirks.STEADY) {
      JobFate fate = allFail ? JobFate.FAILS : JobFate.SUCCEEDS;
      return new JobLife(id, now, now.plusSeconds(1), now.plusSeconds(3), fate, null);
    }
    Instant starts = now.plusSeconds(random.nextInt(120));
    Instant ends = starts.plusSeconds(random.nextInt(180));
    return new JobLife(id, now, starts, ends, fate(), null);
  }

  private JobFate fate() {
    JobFate[] fates = JobFate.values();
    boolean well = quirks == ProviderQuirks.GOOD || random.nextInt(4) > 0;
    return well ? fates[random.nextInt(GOOD)] : fates[GOOD + random.nextInt(fates.length - GOOD)];
  }

  @Override
  public Optional<ProviderJob> find(JobId id) {
    return Optional.ofNullable(lives.get(id)).flatMap(this::report);
  }

  @Override
  public ProviderPage list(ListQuery query) {
    List<ProviderJob> all =
        lives.values().stream()
            .filter(life -> !day(life).isBefore(query.since()))
            .flatMap(life -> report(life).stream())
            .skip(query.skip())
            .toList();
    return new ProviderPage(all.stream().limit(query.top()).toList(), all.size() <= query.top());
  }

  private static LocalDate day(JobLife life) {
    return life.created().atOffset(ZoneOffset.UTC).toLocalDate();
  }

  @Override
  public void prioritise(JobId id, String priority) {
    // It makes no difference to how long a job takes here.
  }

  @Override
  public void cancel(JobId id) {
    lives.computeIfPresent(
        id, (key, life) -> life.isOver(clock.instant()) ? life : life.stoppedAt(clock.instant()));
  }

  @Override
  public Optional<byte[]> output(ProviderJob job) {
    lastAnswered = job.id();
    JobLife life = lives.get(job.id());
    if (life == null || !life.isOver(clock.instant()) || life.stopped() != null) {
      return Optional.empty();
    }
    return switch (life.fate()) {
      case SUCCEEDS_BEFORE_ITS_OUTPUT_IS_THERE ->
          clock.instant().isBefore(life.ends().plus(Duration.ofMinutes(2)))
              ? Optional.empty()
              : Optional.of(answer(job.id()));
      case NEVER_STORES_ITS_OUTPUT, FAILS -> Optional.empty();
      case ANSWERS_NONSENSE ->
          Optional.of("{\"histogram\":{\"0\":0.5".getBytes(StandardCharsets.UTF_8));
      default -> Optional.of(answer(job.id()));
    };
  }

  /** What the program computes that was sent: each gate of it that is an X flips its target. */
  private byte[] answer(JobId id) {
    try {
      int outcome = 0;
      for (JsonNode gate : JSON.readTree(inputs.get(id)).path("circuit")) {
        if (gate.path("gate").asText().equals("x")) {
          outcome ^= 1 << gate.path("targets").path(0).asInt();
        }
      }
      String blanks = id.equals(spoiled) ? " ".repeat(padding) : "";
      return ("{\"histogram\":{\"" + outcome + "\":1}}" + blanks).getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError("what was sent cannot be read", e);
    }
  }

  /** It tells of no targets: what is not in a version's catalogue is not to be had. */
  @Override
  public List<TargetStatus> targets() {
    return List.of();
  }

  @Override
  public List<Quota> quotas() {
    return List.of();
  }

  private Optional<ProviderJob> report(JobLife life) {
    if (life.stopped() != null) {
      return Optional.of(job(life, "Cancelled", false));
    }
    if (life.isOver(clock.instant())) {
      return over(life);
    }
    return Optional.of(job(life, life.wordOnTheWay(clock.instant()), false));
  }

  private static Optional<ProviderJob> over(JobLife life) {
    return switch (life.fate()) {
      case IS_FORGOTTEN -> Optional.empty();
      case FAILS -> Optional.of(job(life, "Failed", false));
      case FAILS_WITH_OUTPUT -> Optional.of(job(life, "Failed", true));
      default -> Optional.of(job(life, "Succeeded", true));
    };
  }

  private static ProviderJob job(JobLife life, String word, boolean output) {
    boolean failed = word.equals("Failed");
    return new ProviderJob(
        life.id(),
        word,
        output ? CONTAINER.resolve("rawOutputData") : null,
        failed ? "ProgramFault" : null,
        failed ? "it failed" : null,
        life.created(),
        null);
  }
}
