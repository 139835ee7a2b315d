package io.quantumexecutor.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.function.LifecycleWiring;
import io.quantumexecutor.job.DispatchQueue;
import io.quantumexecutor.job.EventFilter;
import io.quantumexecutor.job.IdempotencyKey;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.Program;
import io.quantumexecutor.job.SettableClock;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.job.SubmissionOptions;
import io.quantumexecutor.job.TraceContext;
import io.quantumexecutor.job.WhenUnavailable;
import io.quantumexecutor.lifecycle.accept.AcceptOutcome;
import io.quantumexecutor.lifecycle.accept.CheckSubmission;
import io.quantumexecutor.lifecycle.accept.Preflight;
import io.quantumexecutor.lifecycle.dispatch.DispatchOutcome;
import io.quantumexecutor.lifecycle.keep.ReadJobs;
import io.quantumexecutor.lifecycle.watch.PollJobs;
import io.quantumexecutor.quantum.ProviderCatalogue;
import io.quantumexecutor.storage.InMemoryStorage;
import io.quantumexecutor.storage.StorageClients;
import io.quantumexecutor.target.ProviderInput;
import io.quantumexecutor.target.Targets;
import io.quantumexecutor.target.Translation;
import io.quantumexecutor.workspace.FakeWorkspace;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumWorkspaces;
import io.quantumexecutor.workspace.WorkspaceAccess;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The use cases over storage in memory, a fake workspace and a clock that tests move. */
public final class JobFixture {
  public static final Owner OWNER = new Owner("alice");
  public static final String BELL =
      "OPENQASM 2.0; include \"qelib1.inc\"; qreg q[2]; creg c[2];"
          + " h q[0]; cx q[0],q[1]; measure q -> c;";
  public static final String BELL_ANSWER = "{\"histogram\":{\"0\":0.5,\"3\":0.5}}";

  public final SettableClock clock = new SettableClock();
  public final FakeWorkspace workspace = new FakeWorkspace(clock);
  private static final JobStore.JobQuery ALL =
      new JobStore.JobQuery(null, null, null, null, null, null, 200, null);

  static final Submission BELL_SUBMISSION = submission("ionq.simulator", BELL);

  final TraceContext trace = new TraceContext();

  /** What was logged. */
  public final List<Map<String, Object>> lines = new CopyOnWriteArrayList<>();

  /** Whoever is called back. */
  public final RecordingCallbacks callbacks = new RecordingCallbacks();

  public final InMemoryStorage storage = new InMemoryStorage();
  public final StorageClients ports;

  /** Room for any work of a test. */
  public final WorkLedger work = new WorkLedger(1L << 40, Duration.ZERO);

  public final DispatchQueue queue;
  public final Targets targets;
  public final LifecycleWiring useCases;
  public final ReadJobs read;
  private final WatchedJobs watched;

  public JobFixture() {
    AtomicLong writes = new AtomicLong();
    ports = new StorageClients(storage, () -> "w" + writes.incrementAndGet(), lines::add);
    queue = ports.dispatchQueue(trace);
    targets = new Targets(ProviderCatalogue.bundled(), workspace, clock);
    useCases = restarted();
    read = useCases.read();
    watched = new WatchedJobs(this);
  }

  /** Does something while other work fills the heap. */
  public <T> T withNoMemoryFree(Supplier<T> what) {
    return work.within(Long.MAX_VALUE, () -> work.within((1L << 38) - 1_024, what));
  }

  /** Use cases of another instance over the same storage and workspace. */
  LifecycleWiring restarted() {
    return over(workspace);
  }

  /** Use cases of another instance that reaches other workspaces. */
  public LifecycleWiring over(QuantumWorkspaces workspaces) {
    return new LifecycleWiring(
        ports,
        queue,
        workspaces,
        callbacks,
        new Translation(targets, CircuitLimits.DEFAULT),
        lines::add,
        JobTiming.DEFAULT,
        work,
        new Random(1),
        clock);
  }

  public static Submission submission(String target, String program) {
    return submission(target, program, EventFilter.END, null);
  }

  public static Submission submission(
      String target, String program, EventFilter events, @Nullable URI callback) {
    return new Submission(
        new Program.Text("openqasm", false, program),
        target,
        100,
        Map.of(),
        Map.of(),
        new SubmissionOptions(
            "bell",
            List.of("demo"),
            null,
            7L,
            168,
            null,
            null,
            WhenUnavailable.HOLD,
            events,
            callback));
  }

  /** What a program becomes for a target. */
  public ProviderInput translated(String target, String program) {
    return new Translation(targets, CircuitLimits.DEFAULT).translate(submission(target, program));
  }

  public AcceptOutcome submit(@Nullable IdempotencyKey key) {
    return useCases
        .accept()
        .accept(OWNER, submission("ionq.simulator", BELL), FakeWorkspace.PARTITION, key);
  }

  /** What opening a workspace says when its credential can never be had again. */
  public static QuantumException credentialLost() {
    return new QuantumException(
        QuantumException.Kind.REJECTED, 0, "credential-lost", "no key opens it", null);
  }

  /** The checks that come before accepting. */
  public CheckSubmission check(WorkspaceAccess access) {
    return new CheckSubmission(targets, new Translation(targets, CircuitLimits.DEFAULT), access);
  }

  public Preflight preflight() {
    return new Preflight(targets);
  }

  /** The provider of a target takes it off or puts it on, as its status tells. */
  public void show(String provider, String target, String availability) {
    workspace.show(provider, target, availability);
  }

  /** The workspace does not answer once when it is asked for that. */
  public void fail(String operation) {
    workspace.failBefore(
        operation,
        new QuantumException(QuantumException.Kind.TRY_LATER, 503, "outage", "closed", null));
  }

  /** The next job is refused for now with that code. */
  public void failCreating(String code) {
    workspace.failBefore(
        "create", new QuantumException(QuantumException.Kind.TRY_LATER, 409, code, "closed", null));
  }

  public void passSeconds(int seconds) {
    clock.advance(Duration.ofSeconds(seconds));
  }

  public void passMinutes(int minutes) {
    clock.advance(Duration.ofMinutes(minutes));
  }

  /** What the provider was asked for, in order. */
  public List<String> calls() {
    return List.copyOf(workspace.calls);
  }

  /** The provider finishes whatever it has with this answer. */
  public void finishAll(String answer) {
    workspace.created.forEach(job -> workspace.finish(job.id(), "Succeeded", answer));
  }

  /** Dispatches every job of an owner, as its messages would. */
  public void dispatchAllOf(Owner owner) {
    for (Job job : ports.jobs().list(owner, ALL).jobs()) {
      useCases.dispatch().dispatch(job.key());
    }
  }

  /** The options that the provider got with the last job. */
  public Map<String, Object> lastInputParams() {
    return workspace.created.get(workspace.created.size() - 1).inputParams();
  }

  /** A job that was accepted and has its message in the queue. */
  public Job accepted() {
    return ((AcceptOutcome.JobAccepted) submit(null)).job();
  }

  /** A job that the provider has. */
  public Job submitted() {
    Job job = accepted();
    assertThat(useCases.dispatch().dispatch(job.key())).isEqualTo(DispatchOutcome.SUBMITTED);
    return now(job);
  }

  public Job now(Job job) {
    return ports.jobs().find(job.key()).orElseThrow();
  }

  /** Jobs that the provider has, written straight into storage: quicker than submitting each. */
  public List<Job> watched(int count) {
    return watched.make(count);
  }

  /** The input of a Bell program, with other bytes in place of its own. */
  public byte[] bellFile(String bytes) {
    return watched.inputOf(bytes);
  }

  /** A sweep of all watched jobs is due now. */
  public void sweepIsDue() {
    ports.activeJobs().bringForward(FakeWorkspace.PARTITION, clock.instant());
  }

  /** Some time passes and the timer ticks. */
  public PollJobs.Report tick(Duration later) {
    clock.advance(later);
    return useCases.poll().tick(Duration.ofMinutes(1));
  }

  /** The events that were sent, in order. */
  public List<String> events() {
    return storage.queue("quantum-job-events").sent();
  }

  public List<String> messages() {
    return storage.queue("quantum-jobs").sent();
  }

  public List<JobId> idsOf(Owner owner) {
    return ports.jobs().list(owner, ALL).jobs().stream().map(job -> job.key().id()).toList();
  }

  public void breakJobsAfterTheNextTransaction() {
    storage.table("jobs").breakAfterTheNextTransaction();
  }

  /** The next question about targets is answered so. */
  public void failTargets(QuantumException trouble) {
    workspace.failBefore("targets", trouble);
  }

  /** No question about that table is answered any more. */
  public void breakTable(String name) {
    storage.table(name).breakNow();
  }

  /** The workspace says no once, and for good, when it is asked for that. */
  public void refuse(String operation) {
    workspace.failBefore(
        operation,
        new QuantumException(QuantumException.Kind.REJECTED, 400, "no", "not here", null));
  }

  /** The workspace no longer has a target. */
  public void withdraw(String target) {
    workspace.withdraw(target);
  }

  /** What happens while the next input is uploaded. */
  public void duringUpload(Runnable happening) {
    workspace.duringUpload(happening);
  }

  public void mendJobs() {
    storage.table("jobs").mend();
  }

  public boolean isActive(Job job) {
    return ports.activeJobs().find(FakeWorkspace.PARTITION, job.key().id()).isPresent();
  }
}
