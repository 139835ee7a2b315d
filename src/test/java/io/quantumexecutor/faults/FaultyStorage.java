package io.quantumexecutor.faults;

import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.storage.Blobs;
import io.quantumexecutor.storage.Messages;
import io.quantumexecutor.storage.RowPage;
import io.quantumexecutor.storage.RowQuery;
import io.quantumexecutor.storage.RowWrite;
import io.quantumexecutor.storage.Rows;
import io.quantumexecutor.storage.StorageAccount;
import io.quantumexecutor.storage.TableRow;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A storage account whose every single call goes through the injector. */
record FaultyStorage(StorageAccount account, Injector injector) implements StorageAccount {

  private <T> T call(CallSite site, Supplier<T> work) {
    return injector.call(site, FaultyStorage::trouble, work);
  }

  private void run(CallSite site, Runnable work) {
    call(
        site,
        () -> {
          work.run();
          return null;
        });
  }

  private static RuntimeException trouble(Fault fault) {
    return new StorageTroubleException("injected " + fault, new IOException("no answer"));
  }

  /** What kind of row it is: its keys differ from run to run. */
  private static String kind(String key) {
    if (key.startsWith("~")) {
      return key;
    }
    return key.length() > 1 && key.charAt(1) == '-' ? key.substring(0, 1) : "row";
  }

  @Override
  public Rows table(String name) {
    return new FaultyRows(name, account.table(name));
  }

  @Override
  public Blobs container(String name) {
    return new FaultyBlobs(name, account.container(name));
  }

  @Override
  public Messages queue(String name) {
    Messages messages = account.queue(name);
    CallSite site = CallSite.write(name + " send");
    return new Messages() {
      @Override
      public void send(String text) {
        run(site, () -> messages.send(text));
      }

      @Override
      public void send(String text, Duration delay) {
        run(site, () -> messages.send(text, delay));
      }
    };
  }

  @Override
  public void createTable(String name) {
    account.createTable(name);
  }

  @Override
  public void createContainer(String name) {
    account.createContainer(name);
  }

  @Override
  public void createQueue(String name) {
    account.createQueue(name);
  }

  private final class FaultyRows implements Rows {
    private final String table;
    private final Rows rows;

    FaultyRows(String table, Rows rows) {
      this.table = table;
      this.rows = rows;
    }

    @Override
    public Optional<TableRow> get(String partition, String key) {
      return call(CallSite.read(table + " get"), () -> rows.get(partition, key));
    }

    @Override
    public String insert(TableRow row) {
      return call(CallSite.write(table + " insert " + kind(row.key())), () -> rows.insert(row));
    }

    @Override
    public String replace(TableRow row) {
      return call(CallSite.write(table + " replace " + kind(row.key())), () -> rows.replace(row));
    }

    @Override
    public void delete(String partition, String key) {
      run(CallSite.write(table + " delete " + kind(key)), () -> rows.delete(partition, key));
    }

    @Override
    public void commit(List<RowWrite> writes) {
      String what =
          writes.stream()
              .map(
                  write ->
                      write.kind().name().toLowerCase(Locale.ROOT) + " " + kind(write.row().key()))
              .sorted()
              .collect(Collectors.joining(", "));
      run(CallSite.write(table + " commit " + what), () -> rows.commit(writes));
    }

    @Override
    public RowPage query(RowQuery query, String token) {
      return call(CallSite.read(table + " query"), () -> rows.query(query, token));
    }
  }

  private final class FaultyBlobs implements Blobs {
    private final String container;
    private final Blobs blobs;

    FaultyBlobs(String container, Blobs blobs) {
      this.container = container;
      this.blobs = blobs;
    }

    private String site(String operation, String name) {
      String part = name.substring(name.lastIndexOf('/') + 1);
      return container + " " + operation + (container.equals("results") ? " " + part : "");
    }

    @Override
    public Optional<byte[]> read(String name) {
      return call(CallSite.read(site("read", name)), () -> blobs.read(name));
    }

    @Override
    public void write(String name, byte[] content) {
      run(CallSite.write(site("write", name)), () -> blobs.write(name, content));
    }

    @Override
    public boolean create(String name, byte[] content) {
      return call(CallSite.write(site("create", name)), () -> blobs.create(name, content));
    }

    @Override
    public void delete(String name) {
      run(CallSite.write(site("delete", name)), () -> blobs.delete(name));
    }
  }
}
