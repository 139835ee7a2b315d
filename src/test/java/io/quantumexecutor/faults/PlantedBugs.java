package io.quantumexecutor.faults;

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
import java.util.function.Supplier;

/** Bugs that the harness must find: what each makes of the calls to storage. */
final class PlantedBugs {
  private PlantedBugs() {}

  /** A planted bug: what a stored input means is worked out again by the version that reads it. */
  record InputMadeAgain(StorageAccount account, Supplier<Release> running) implements Delegating {
    @Override
    public Blobs container(String name) {
      return new DelegatedBlobs(account.container(name)) {
        @Override
        public Optional<byte[]> read(String blob) {
          return super.read(blob).map(file -> blob.endsWith("/submitted") ? again(file) : file);
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
  record ResultAfterStatus(StorageAccount account, List<Runnable> kept) implements Delegating {
    ResultAfterStatus(StorageAccount account) {
      this(account, new ArrayList<>());
    }

    @Override
    public Blobs container(String name) {
      return new DelegatedBlobs(account.container(name)) {
        @Override
        public void write(String blob, byte[] content) {
          kept.add(() -> super.write(blob, content));
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
  record EventsAfterClearing(StorageAccount account, List<Runnable> kept) implements Delegating {
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
  record LastWriteWins(StorageAccount account) implements Delegating {
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

  interface Delegating extends StorageAccount {
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

  /** A container that does what another one does. */
  private static class DelegatedBlobs implements Blobs {
    private final Blobs blobs;

    DelegatedBlobs(Blobs blobs) {
      this.blobs = blobs;
    }

    @Override
    public Optional<byte[]> read(String blob) {
      return blobs.read(blob);
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
  }
}
