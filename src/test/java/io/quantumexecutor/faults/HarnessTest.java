package io.quantumexecutor.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumexecutor.faults.SimulatedProvider.ProviderQuirks;
import io.quantumexecutor.job.IdempotencyKey;
import io.quantumexecutor.storage.Blobs;
import io.quantumexecutor.storage.Messages;
import io.quantumexecutor.storage.RowChangedException;
import io.quantumexecutor.storage.RowPage;
import io.quantumexecutor.storage.RowQuery;
import io.quantumexecutor.storage.RowWrite;
import io.quantumexecutor.storage.Rows;
import io.quantumexecutor.storage.StorageAccount;
import io.quantumexecutor.storage.TableRow;
import io.quantumexecutor.target.SentInput;
import io.quantumexecutor.target.SentInputFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The harness finds the bugs that are planted for it, and gives the same run for the same seed. */
class HarnessTest {
  private static final int SEEDS = 300;

  @Test
  void resultWrittenAfterTheStatus_deathInBetween_isFound() {
    assertThatThrownBy(
            () -> {
              for (int write = 0; write < 40; write++) {
                Simulation fixture = oneJob(1, ResultAfterStatus::new);
                fixture.injector.follow(FaultPlan.crashAtWrite(write));
                fixture.run();
              }
            })
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("is COMPLETED without its result");
  }

  @Test
  void eventsSentAfterTheyAreCleared_deathInBetween_isFound() {
    assertThatThrownBy(
            () -> {
              for (int write = 0; write < 40; write++) {
                Simulation fixture = oneJob(1, EventsAfterClearing::new);
                fixture.injector.follow(FaultPlan.crashAtWrite(write));
                fixture.run();
              }
            })
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("never told that it is COMPLETED");
  }

  @Test
  void inputMadeAgainAtCollecting_upgradeInBetween_isFound() {
    assertThatThrownBy(
            () -> {
              for (int write = 0; write < 40; write++) {
                AtomicReference<Release> running = new AtomicReference<>(Release.TODAY);
                Simulation fixture =
                    oneJob(1, account -> new InputMadeAgain(account, running::get));
                fixture.upgradeTo(Release.OTHER_LAYOUT);
                fixture.onUpgrade(running::set);
                fixture.injector.follow(FaultPlan.upgradeAtWrite(write));
                fixture.run();
              }
            })
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("counted [10]");
  }

  @Test
  void versionsNotCompared_twoHandlersAtOnce_areFound() {
    assertThatThrownBy(
            () -> {
              for (int seed = 1; seed < SEEDS; seed++) {
                Simulation fixture = oneJob(seed, LastWriteWins::new);
                fixture.injector.follow(
                    new RandomPlan(fixture.random, fixture.clock, Duration.ofMinutes(40)));
                fixture.run();
              }
            })
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void crash_atAWriteThatIsNeverMade_isSeenNotToHaveFired() {
    Simulation fixture = oneJob(1, account -> account);
    fixture.injector.follow(FaultPlan.crashAtWrite(1_000_000));
    fixture.run();

    assertThat(fixture.fired()).isEmpty();
  }

  @Test
  void run_sameSeed_isTheSameRun() {
    List<List<String>> runs = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Simulation fixture = oneJob(7, account -> account);
      fixture.injector.follow(
          new RandomPlan(fixture.random, fixture.clock, Duration.ofMinutes(40)));
      fixture.run();
      runs.add(fixture.injector.writeNames());
    }

    assertThat(runs.get(0)).isNotEmpty().isEqualTo(runs.get(1));
  }

  private static Simulation oneJob(long seed, UnaryOperator<StorageAccount> flaw) {
    Simulation fixture = new Simulation(seed, ProviderQuirks.STEADY, flaw);
    fixture.submitAfter(Duration.ZERO, new Client(new IdempotencyKey("ab", "fingerprint"), ""));
    return fixture;
  }

  /** A planted bug: what a stored input means is worked out again by the version that reads it. */
  private record InputMadeAgain(StorageAccount account, Supplier<Release> running)
      implements Delegating {
    @Override
    public Blobs container(String name) {
      Blobs blobs = account.container(name);
      return new Blobs() {
        @Override
        public Optional<byte[]> read(String blob) {
          return blobs.read(blob).map(file -> blob.endsWith("/submitted") ? again(file) : file);
        }

        @Override
        public void write(String blob, byte[] content) {
          blobs.write(blob, content);
        }

        @Override
        public boolean create(String blob, byte[] content) {
          return blobs.create(blob, content);
        }

        @Override
        public void delete(String blob) {
          blobs.delete(blob);
        }
      };
    }

    private byte[] again(byte[] file) {
      return SentInputFile.write(
          new SentInput(
              new Client(null, "").inputOf(running.get()), SentInputFile.read(file).bytes()));
    }
  }

  /** A planted bug: blobs are kept back until the next record was written. */
  private record ResultAfterStatus(StorageAccount account, List<Runnable> kept)
      implements Delegating {
    ResultAfterStatus(StorageAccount account) {
      this(account, new ArrayList<>());
    }

    @Override
    public Blobs container(String name) {
      Blobs blobs = account.container(name);
      return new Blobs() {
        @Override
        public Optional<byte[]> read(String blob) {
          return blobs.read(blob);
        }

        @Override
        public void write(String blob, byte[] content) {
          kept.add(() -> blobs.write(blob, content));
        }

        @Override
        public boolean create(String blob, byte[] content) {
          return blobs.create(blob, content);
        }

        @Override
        public void delete(String blob) {
          blobs.delete(blob);
        }
      };
    }

    @Override
    public Rows table(String name) {
      Rows rows = account.table(name);
      return name.equals("jobs") ? new Watched(rows, this::release) : rows;
    }

    private void release() {
      kept.forEach(Runnable::run);
      kept.clear();
    }
  }

  /** A planted bug: events are kept back until the next record was written. */
  private record EventsAfterClearing(StorageAccount account, List<Runnable> kept)
      implements Delegating {
    EventsAfterClearing(StorageAccount account) {
      this(account, new ArrayList<>());
    }

    @Override
    public Messages queue(String name) {
      Messages messages = account.queue(name);
      if (!name.equals("quantum-job-events")) {
        return messages;
      }
      return new Messages() {
        @Override
        public void send(String text) {
          kept.add(() -> messages.send(text));
        }

        @Override
        public void send(String text, Duration delay) {
          send(text);
        }
      };
    }

    @Override
    public Rows table(String name) {
      Rows rows = account.table(name);
      return name.equals("jobs") ? new Watched(rows, this::release) : rows;
    }

    private void release() {
      kept.forEach(Runnable::run);
      kept.clear();
    }
  }

  /** A planted bug: whoever comes last overwrites what others wrote meanwhile. */
  private record LastWriteWins(StorageAccount account) implements Delegating {
    @Override
    public Rows table(String name) {
      Rows rows = account.table(name);
      return new Watched(rows, () -> {}) {
        @Override
        public String replace(TableRow row) {
          try {
            return rows.replace(row);
          } catch (RowChangedException e) {
            TableRow there = rows.get(row.partition(), row.key()).orElseThrow(() -> e);
            return rows.replace(row.at(there.storedEtag()));
          }
        }
      };
    }
  }

  private interface Delegating extends StorageAccount {
    StorageAccount account();

    @Override
    default Rows table(String name) {
      return account().table(name);
    }

    @Override
    default Blobs container(String name) {
      return account().container(name);
    }

    @Override
    default Messages queue(String name) {
      return account().queue(name);
    }

    @Override
    default void createTable(String name) {}

    @Override
    default void createContainer(String name) {}

    @Override
    default void createQueue(String name) {}
  }

  /** A table that tells when it was written to. */
  private static class Watched implements Rows {
    private final Rows rows;
    private final Runnable afterWrite;

    Watched(Rows rows, Runnable afterWrite) {
      this.rows = rows;
      this.afterWrite = afterWrite;
    }

    @Override
    public Optional<TableRow> get(String partition, String key) {
      return rows.get(partition, key);
    }

    @Override
    public String insert(TableRow row) {
      String etag = rows.insert(row);
      afterWrite.run();
      return etag;
    }

    @Override
    public String replace(TableRow row) {
      String etag = rows.replace(row);
      afterWrite.run();
      return etag;
    }

    @Override
    public void delete(String partition, String key) {
      rows.delete(partition, key);
    }

    @Override
    public void commit(List<RowWrite> writes) {
      rows.commit(writes);
      afterWrite.run();
    }

    @Override
    public RowPage query(RowQuery query, String token) {
      return rows.query(query, token);
    }
  }
}
