package io.quantumexecutor.faults;

import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.SettableClock;
import io.quantumexecutor.job.StaleException;
import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.lifecycle.watch.PollJobs;
import io.quantumexecutor.storage.InMemoryStorage;
import io.quantumexecutor.storage.StorageAccount;
import io.quantumexecutor.storage.TableRow;
import io.quantumexecutor.workspace.QuantumException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A deterministic simulation of a whole deployment in one thread: clients, queues, timer, storage
 * and provider, on a virtual clock. The seed alone decides what happens.
 *
 * <p>This is the place to start reading. Follow {@link #run()}: each step delivers the next
 * message, does what is planned next, or ticks the timer, and then {@link Invariants} are checked.
 * Every call passes {@link Injector}, which asks a {@link FaultPlan} what goes wrong. The package's
 * description says how to read on.
 */
final class Simulation {
  private static final Duration BETWEEN_TICKS = Duration.ofSeconds(2);
  private static final Duration BUDGET = Duration.ofMinutes(1);

  /** Longer than any hold, any wait for a lost output and any back-off together. */
  private static final Duration MAX_DURATION = Duration.ofDays(20);

  private static final Duration RETENTION = Duration.ofDays(100);
  private static final int MAX_TICKS = 20;

  /** More than any job needs, however many messages about it are lost. */
  private static final int MAX_STEPS_A_JOB = 10_000;

  private static final Pattern BUG =
      Pattern.compile(
          "NullPointer|IllegalState|IllegalArgument|IllegalJob|ClassCast|NoSuchElement");

  final SettableClock clock = new SettableClock();
  final Injector injector = new Injector(clock);
  final SimulatedProvider provider;
  final SimulatedStorage storage;
  final SimulatedReceiver receiver = new SimulatedReceiver();
  final Invariants invariants;
  final Random random;
  private final SimulatedQueues queues = new SimulatedQueues(clock);
  private final Agenda agenda = new Agenda(clock);
  private final List<SimulatedQueues.Message> delivered = new ArrayList<>();
  private final List<Client> clients = new ArrayList<>();
  private final UnaryOperator<StorageAccount> flaw;
  private final Rollout rollout = new Rollout();
  private Instance instance;
  private int looksEvery = 1;
  private Instant lastTick = clock.instant();

  Simulation(long seed, SimulatedProvider.ProviderQuirks quirks) {
    this(seed, quirks, account -> account);
  }

  /**
   * @param flaw what a bug makes of the storage calls
   */
  Simulation(
      long seed, SimulatedProvider.ProviderQuirks quirks, UnaryOperator<StorageAccount> flaw) {
    random = new Random(seed);
    this.flaw = flaw;
    storage = new SimulatedStorage(new InMemoryStorage(), queues, receiver);
    provider = new SimulatedProvider(clock, random, quirks);
    invariants = new Invariants(storage, provider);
    injector.interceptor(this::intrude);
    instance = newInstance();
  }

  Map<Fault, Integer> fired() {
    return injector.fired();
  }

  private Instance newInstance() {
    return new Instance(
        rollout.running(),
        flaw.apply(new FaultyStorage(storage, injector)),
        new FaultyWorkspaces(provider, injector),
        new FaultyCallbacks(receiver, injector),
        clock,
        random);
  }

  /** Which version runs, and which takes over. */
  Rollout rollout() {
    return rollout;
  }

  private void upgrade() {
    if (rollout.upgrade() == Release.WITHOUT_TARGET) {
      invariants.targetIsGone();
    }
  }

  /** With very many jobs not every step can be looked at; the end always is. */
  void lookEvery(int steps) {
    looksEvery = steps;
  }

  /** Something that happens after so long. */
  void after(Duration delay, Consumer<Simulation> action) {
    agenda.add(delay, action);
  }

  /** A client who submits after so long and repeats what failed. */
  void submitAfter(Duration delay, Client client) {
    clients.add(client);
    after(delay, fixture -> fixture.submit(client));
  }

  private void submit(Client client) {
    perform(() -> client.submit(instance));
    if (client.repeats()) {
      after(Duration.ofSeconds(5 + random.nextInt(60)), fixture -> fixture.submit(client));
    }
  }

  /** Somebody drops a whole submission into the queue. */
  void drop() {
    drop(Drops.submission(10));
  }

  /** Somebody drops something that is no submission. */
  void dropNonsense() {
    drop(Drops.NONSENSE);
  }

  /** Somebody drops two different submissions under one key, some time apart. */
  void dropTwiceUnderOneKey() {
    drop(Drops.underKey(10));
    after(Duration.ofMinutes(1), fixture -> fixture.drop(Drops.underKey(20)));
  }

  private void drop(String message) {
    invariants.dropped();
    queues.put("quantum-jobs", message);
  }

  /** A message of some accepted job is given up by the host. */
  void poison() {
    anyAccepted()
        .ifPresent(
            key ->
                queues.put(
                    "quantum-jobs-poison",
                    "{\"job_id\":\"" + key.id() + "\",\"owner\":\"" + key.owner() + "\"}"));
  }

  /** Asks for some accepted job to be cancelled. */
  void cancelOne() {
    anyAccepted().ifPresent(key -> perform(() -> cancel(instance, key)));
  }

  private void cancel(Instance by, JobKey key) {
    // An answer that got lost may have been a cancel that counts.
    invariants.cancelled(key);
    by.useCases.cancel().cancel(key);
  }

  /** Asks for some accepted job to be deleted. */
  void deleteOne() {
    anyAccepted()
        .ifPresent(
            key -> {
              invariants.deleted(key);
              perform(() -> instance.useCases.delete().delete(key));
            });
  }

  /** Asks for some accepted job to be run once more. */
  void retryOne() {
    anyAccepted().ifPresent(key -> perform(() -> Client.retry(instance, key)));
  }

  /** Asks for some accepted job to get another name. */
  void renameOne() {
    anyAccepted().ifPresent(key -> perform(() -> instance.rename(key)));
  }

  /** The timer ticks when the retention of the accepted jobs is over. */
  void expire() {
    clients.stream().flatMap(client -> client.accepted().stream()).forEach(invariants::deleted);
    tick();
  }

  private Optional<JobKey> anyAccepted() {
    List<JobKey> keys = clients.stream().flatMap(client -> client.accepted().stream()).toList();
    return keys.isEmpty() ? Optional.empty() : Optional.of(keys.get(random.nextInt(keys.size())));
  }

  /**
   * Lets everything happen until nothing is left to do.
   *
   * @return how long that took on the virtual clock
   * @throws AssertionError if an invariant breaks, or it does not come to rest
   */
  Duration run() {
    Instant begin = clock.instant();
    int most = MAX_STEPS_A_JOB * (5 + clients.size());
    for (int step = 0; step < most; step++) {
      if (agenda.isEmpty() && queues.isEmpty() && !storage.hasActiveJobs()) {
        if (!invariants.isQuiet()) {
          throw new AssertionError("forgotten: " + invariants.unfinished());
        }
        invariants.checkEnd(clients);
        return Duration.between(begin, clock.instant());
      }
      int changes = injector.changes();
      step();
      if (injector.changes() != changes && step % looksEvery == 0) {
        invariants.checkStep();
      }
      if (clock.instant().isAfter(agenda.lastTaken().plus(MAX_DURATION))) {
        throw new AssertionError(
            "not at rest after " + MAX_DURATION + ": " + invariants.unfinished());
      }
    }
    throw new AssertionError("not at rest after " + most + " steps: " + invariants.unfinished());
  }

  /**
   * Lets everything grow old.
   *
   * @throws AssertionError if anything is kept for longer than it should be
   */
  void growOld() {
    clock.advance(RETENTION);
    for (int i = 0; i < MAX_TICKS && !invariants.isEmpty(); i++) {
      tick();
      clock.advance(Duration.ofHours(13));
    }
    invariants.checkEmpty();
  }

  private void step() {
    Optional<SimulatedQueues.Message> message = queues.next();
    Instant delivery = message.map(SimulatedQueues.Message::visible).orElse(Instant.MAX);
    Instant planned = agenda.next();
    Instant other = earliest(delivery, planned);
    Instant next = earliest(tickTime(other), other);
    if (next.isAfter(clock.instant()) && !next.equals(Instant.MAX)) {
      clock.advance(Duration.between(clock.instant(), next));
    }
    if (next.equals(planned)) {
      agenda.take().accept(this);
    } else if (next.equals(delivery)) {
      deliver(message.orElseThrow());
    } else {
      tick();
    }
  }

  private static Instant earliest(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /**
   * When the timer ticks next: every two seconds, but ticks that would find nothing due are left
   * out.
   *
   * @param other when something else happens; a tick after that time need not be exact
   */
  private Instant tickTime(Instant other) {
    if (!storage.hasActiveJobs()) {
      return Instant.MAX;
    }
    Instant earliest = lastTick.plus(BETWEEN_TICKS);
    if (earliest.isAfter(other)) {
      return earliest;
    }
    String text = storage.rows("activejobs").smallest("due", "~owners");
    Instant due = text == null ? clock.instant() : Instant.parse(text);
    return due.isAfter(earliest) ? due : earliest;
  }

  void tick() {
    lastTick = clock.instant();
    perform(() -> checked(instance.useCases.poll().tick(BUDGET)));
  }

  private static void checked(PollJobs.Report report) {
    report.troubles().stream()
        .filter(trouble -> BUG.matcher(trouble).find())
        .findFirst()
        .ifPresent(
            trouble -> {
              throw new AssertionError("a bug, not trouble: " + trouble);
            });
  }

  private void deliver(SimulatedQueues.Message message) {
    delivered.add(message);
    switch (perform(() -> instance.handle(message))) {
      case DONE -> queues.handled(message);
      case FAILED -> queues.failed(message);
      case CRASHED -> queues.crashed(message);
    }
  }

  private enum Ending {
    DONE,
    FAILED,
    CRASHED
  }

  private Ending perform(Runnable work) {
    try {
      work.run();
      return Ending.DONE;
    } catch (StorageTroubleException | StaleException | QuantumException | StackOverflowError e) {
      return Ending.FAILED;
    } catch (Crash e) {
      if (e.isUpgrade()) {
        upgrade();
      }
      instance = newInstance();
      return Ending.CRASHED;
    }
  }

  /** Another instance does one of the things that may happen at any time. */
  private void intrude() {
    Instance other = newInstance();
    try {
      switch (random.nextInt(4)) {
        case 0 -> checked(other.useCases.poll().tick(BUDGET));
        case 1 -> anyAccepted().ifPresent(key -> cancel(other, key));
        default -> {
          if (!delivered.isEmpty()) {
            other.handle(delivered.get(random.nextInt(delivered.size())));
          }
        }
      }
    } catch (StorageTroubleException | StaleException | QuantumException | StackOverflowError e) {
      // The other instance had bad luck: its message comes back, its tick comes again.
    }
  }

  /** The rows that are left of unfinished work, for messages. */
  static String name(TableRow row) {
    return row.partition() + "/" + row.key() + " " + row.columns();
  }
}
