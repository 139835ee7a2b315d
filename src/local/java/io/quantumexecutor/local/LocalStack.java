package io.quantumexecutor.local;

import io.quantumexecutor.local.LocalEnvironment.Addresses;
import io.quantumexecutor.local.emulator.EmulatorSettings;
import io.quantumexecutor.local.emulator.QuantumEmulator;
import io.quantumexecutor.storage.StorageClients;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The running parts of a local stack, ended in the opposite order of their start. */
final class LocalStack implements AutoCloseable {
  private final LocalPorts ports;
  private final PrintStream out;
  private final Deque<Runnable> endings = new ArrayDeque<>();
  private boolean closed;

  LocalStack(LocalPorts ports, PrintStream out) {
    this.ports = ports;
    this.out = out;
  }

  /** Azurite, the emulator and the host. */
  URI startAll() {
    LocalPorts.requireFree(
        List.of(
            ports.functions(),
            ports.emulator(),
            ports.blob(),
            ports.queue(),
            ports.table(),
            ports.emulatorTls()));
    QuantumEmulator emulator = startServices();
    TrustStore trust = TrustStore.take(emulator.trustStore(), emulator.trustStorePassword());
    Map<String, String> environment = LocalEnvironment.of(Addresses.at(ports), newHmacKey());
    HostProcess.Start start = HostProcess.Start.with(ports.functions(), environment);
    HostProcess host = supervise(() -> trust.startHost(start));
    out.println("READY " + host.baseUri());
    describeServices(emulator);
    out.println("host           process " + host.pid() + ", started again when it is killed");
    return host.baseUri();
  }

  /** Azurite and the emulator, for a host or any client started elsewhere. */
  void startEmulator() {
    LocalPorts.requireFree(
        List.of(ports.emulator(), ports.blob(), ports.queue(), ports.table(), ports.emulatorTls()));
    QuantumEmulator emulator = startServices();
    out.println("READY " + emulator.httpEndpoint());
    describeServices(emulator);
    out.println(
        "trust store    "
            + emulator.trustStore()
            + " (password "
            + emulator.trustStorePassword()
            + ")");
    out.println(
        "storage        " + Azurite.connectionString(ports.blob(), ports.queue(), ports.table()));
  }

  /**
   * The host alone; what the environment does not say leads to an emulator started with the same
   * {@code local.port}.
   */
  void startHost() {
    LocalPorts.requireFree(List.of(ports.functions()));
    Map<String, String> environment =
        new HashMap<>(LocalEnvironment.of(Addresses.at(ports), newHmacKey()));
    environment.replaceAll((name, value) -> System.getenv().getOrDefault(name, value));
    HostProcess.Start start = HostProcess.Start.with(ports.functions(), environment);
    Path trust = trustFile();
    HostProcess host =
        supervise(
            () ->
                HostProcess.start(
                    Files.exists(trust)
                        ? start.withTrustStore(trust, QuantumEmulator.TRUST_STORE_PASSWORD)
                        : start));
    out.println("READY " + host.baseUri());
  }

  private QuantumEmulator startServices() {
    Azurite azurite = Azurite.start(ports.blob(), ports.queue(), ports.table());
    endLater(azurite::close);
    StorageClients.fromConnectionString(azurite.connectionString(), line -> {})
        .setup()
        .createMissing();
    try {
      Files.createDirectories(ProjectRoot.scratchFolder());
    } catch (IOException e) {
      throw new LocalStackException("Cannot make " + ProjectRoot.scratchFolder() + ": " + e, e);
    }
    QuantumEmulator emulator =
        QuantumEmulator.start(
            EmulatorSettings.forStorage(azurite.connectionString())
                .withPorts(
                    new EmulatorSettings.Ports(
                        ports.emulator(), ports.emulatorTls(), Optional.of(trustFile()))));
    endLater(() -> end(emulator));
    return emulator;
  }

  private void end(QuantumEmulator emulator) {
    emulator.close();
    try {
      Files.deleteIfExists(trustFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HostProcess supervise(Supplier<HostProcess> starter) {
    SupervisedHost host = new SupervisedHost(starter, out);
    endLater(host::close);
    return host.current();
  }

  /** When the stack was closed while this part started, the part ends at once. */
  private synchronized void endLater(Runnable ending) {
    if (closed) {
      ending.run();
    } else {
      endings.push(ending);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    while (!endings.isEmpty()) {
      endings.pop().run();
    }
  }

  private Path trustFile() {
    return ProjectRoot.scratchFolder().resolve("trust-" + ports.functions() + ".p12");
  }

  private void describeServices(QuantumEmulator emulator) {
    out.print(ConnectionDetails.of(emulator));
  }

  private static String newHmacKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
