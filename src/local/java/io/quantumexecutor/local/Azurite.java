package io.quantumexecutor.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Azurite, Microsoft's emulator of Azure Storage, as a child process that keeps everything in
 * memory.
 *
 * <p>It ends with {@link #close()} and also when this JVM ends in any way, because it watches its
 * standard input.
 */
public final class Azurite implements AutoCloseable {
  /** The account and key every Azurite has (Azurite documentation, "Default storage account"). */
  public static final String ACCOUNT = "devstoreaccount1";

  public static final String ACCOUNT_KEY =
      "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

  private static final Pattern LISTENING =
      Pattern.compile("Azurite (\\w+) service is successfully listening at http://.*:(\\d+)");
  private static final Pattern TAKEN = Pattern.compile("EADDRINUSE.*:(\\d+)");
  private static final long START_SECONDS = 120;

  private enum Service {
    BLOB,
    QUEUE,
    TABLE
  }

  private final Process process;
  private final Map<Service, Integer> ports;

  private Azurite(Process process, Map<Service, Integer> ports) {
    this.process = process;
    this.ports = ports;
  }

  /**
   * Starts Azurite on 127.0.0.1 and waits until its three services listen; 0 takes any free port.
   *
   * @throws LocalStackException when Node is missing or too old, a port is taken, or it does not
   *     start
   */
  public static Azurite start(int blobPort, int queuePort, int tablePort) {
    return start(List.of(ACCOUNT), blobPort, queuePort, tablePort);
  }

  /**
   * Starts Azurite on any free ports.
   *
   * @param accounts names of accounts that share nothing; each has the same key
   */
  public static Azurite withAccounts(List<String> accounts) {
    return start(accounts, 0, 0, 0);
  }

  private static Azurite start(List<String> accounts, int blobPort, int queuePort, int tablePort) {
    Path folder = ProjectRoot.azuriteFolder();
    new NodePackages(folder).install();
    Process process = launch(folder, accounts, blobPort, queuePort, tablePort);
    CompletableFuture<Map<Service, Integer>> ports = new CompletableFuture<>();
    Thread reader = new Thread(() -> readOutput(process, ports), "azurite-output");
    reader.setDaemon(true);
    reader.start();
    try {
      return new Azurite(process, ports.get(START_SECONDS, TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      process.destroyForcibly();
      throw new LocalStackException(e.getCause().getMessage(), e);
    } catch (TimeoutException e) {
      process.destroyForcibly();
      throw new LocalStackException("Azurite did not start within " + START_SECONDS + " s", e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new LocalStackException("Interrupted while starting Azurite", e);
    }
  }

  private static Process launch(
      Path folder, List<String> accounts, int blobPort, int queuePort, int tablePort) {
    // The JDK's client keeps idle connections for minutes: one closed by Azurite looks like a lost
    // answer.
    String keepAliveSeconds = "3600";
    List<String> command =
        List.of(
            "node",
            folder.resolve("azurite-until-stdin-closes.js").toString(),
            "--inMemoryPersistence",
            "--silent",
            "--disableTelemetry",
            "--skipApiVersionCheck",
            "--blobPort",
            Integer.toString(blobPort),
            "--blobKeepAliveTimeout",
            keepAliveSeconds,
            "--queuePort",
            Integer.toString(queuePort),
            "--queueKeepAliveTimeout",
            keepAliveSeconds,
            "--tablePort",
            Integer.toString(tablePort),
            "--tableKeepAliveTimeout",
            keepAliveSeconds);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder
        .environment()
        .put(
            "AZURITE_ACCOUNTS",
            accounts.stream()
                .map(account -> account + ":" + ACCOUNT_KEY)
                .collect(Collectors.joining(";")));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new LocalStackException(NodePackages.missing("node"), e);
    }
  }

  /** Reads to the end, long after the ports are known: a full pipe would stop Azurite. */
  private static void readOutput(
      Process process, CompletableFuture<Map<Service, Integer>> allPorts) {
    Map<Service, Integer> ports = new EnumMap<>(Service.class);
    StringBuilder output = new StringBuilder();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher listening = LISTENING.matcher(line);
        if (listening.find()) {
          Service service = Service.valueOf(listening.group(1).toUpperCase(Locale.ROOT));
          ports.put(service, Integer.valueOf(listening.group(2)));
        }
        if (ports.size() == Service.values().length) {
          allPorts.complete(ports);
        } else {
          output.append(line).append('\n');
        }
      }
      allPorts.completeExceptionally(refusal(output.toString()));
    } catch (IOException e) {
      allPorts.completeExceptionally(e);
    }
  }

  private static LocalStackException refusal(String output) {
    Matcher taken = TAKEN.matcher(output);
    return new LocalStackException(
        taken.find()
            ? "Port "
                + taken.group(1)
                + " on 127.0.0.1, wanted by Azurite, is taken: end the program that listens there"
                + " or choose other ports"
            : "Azurite ended while starting:\n" + output.strip());
  }

  /** For {@code AzureWebJobsStorage} and the storage clients, with explicit endpoints. */
  public String connectionString() {
    return connectionString(ACCOUNT);
  }

  /** Leads to one of its accounts. */
  public String connectionString(String account) {
    return connectionString(
        account, ports.get(Service.BLOB), ports.get(Service.QUEUE), ports.get(Service.TABLE));
  }

  /** Leads to the Azurite that listens on these ports. */
  static String connectionString(int blobPort, int queuePort, int tablePort) {
    return connectionString(ACCOUNT, blobPort, queuePort, tablePort);
  }

  private static String connectionString(
      String account, int blobPort, int queuePort, int tablePort) {
    return "DefaultEndpointsProtocol=http;AccountName="
        + account
        + ";AccountKey="
        + ACCOUNT_KEY
        + ";BlobEndpoint="
        + endpoint(account, blobPort)
        + ";QueueEndpoint="
        + endpoint(account, queuePort)
        + ";TableEndpoint="
        + endpoint(account, tablePort)
        + ";";
  }

  public String blobEndpoint() {
    return endpoint(ACCOUNT, ports.get(Service.BLOB));
  }

  private static String endpoint(String account, int port) {
    return "http://127.0.0.1:" + port + "/" + account;
  }

  /** Ends Azurite and all it holds; returns when the process is gone. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
