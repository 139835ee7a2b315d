package io.quantumexecutor.local;

import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueClientBuilder;
import io.quantumexecutor.local.LocalEnvironment.Addresses;
import io.quantumexecutor.local.emulator.EmulatorSettings;
import io.quantumexecutor.local.emulator.EmulatorSettings.JobLife;
import io.quantumexecutor.local.emulator.QuantumEmulator;
import io.quantumexecutor.storage.SharedAzurite;
import io.quantumexecutor.storage.StorageClients;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The product on any free ports: a storage account of its own, the emulator in this JVM, where
 * tests can ask it, and the host in a child JVM, which tests can kill and start again.
 */
final class RunningStack implements AutoCloseable {
  /** Soon and often, so that tests need not wait for messages, ticks or a killed host's claim. */
  private static final Map<String, String> PACE =
      Map.of(
          "CLAIM_SECONDS", "6",
          "FIRST_RESEND_SECONDS", "1",
          "POLL_SCHEDULE", "00:00:00.25",
          "AzureFunctionsJobHost__extensions__queues__maxPollingInterval", "00:00:00.25");

  private final String storage;
  private final QuantumEmulator emulator;
  private TrustStore trust;
  private final Map<String, String> environment;
  private HostProcess host;

  private RunningStack(String storage, QuantumEmulator emulator) {
    this.storage = storage;
    this.emulator = emulator;
    this.trust = TrustStore.take(emulator.trustStore(), emulator.trustStorePassword());
    Addresses addresses =
        new Addresses(
            storage,
            SharedAzurite.blobEndpoint(),
            emulator.httpsEndpoint(),
            emulator.identityEndpoint());
    this.environment =
        new HashMap<>(
            LocalEnvironment.of(addresses, Base64.getEncoder().encodeToString(new byte[32])));
    environment.putAll(PACE);
  }

  /**
   * Starts everything but the host.
   *
   * @param clock tells how far the provider's jobs are
   * @param queued how long the provider lets a job wait before it runs it
   */
  static RunningStack withoutHost(InstantSource clock, Duration queued) {
    String storage = SharedAzurite.ownAccount();
    StorageClients.fromConnectionString(storage, line -> {}).setup().createMissing();
    JobLife life = new JobLife(clock, queued, Duration.ZERO, Duration.ZERO);
    EmulatorSettings settings = EmulatorSettings.forStorage(storage);
    return new RunningStack(storage, QuantumEmulator.start(settings.withJobLife(life)));
  }

  /** Hosts started from now on trust this certificate as well. */
  void trust(Certificate certificate) {
    trust = trust.with(certificate);
  }

  /** Starts a host with the usual settings. */
  JobsApi startHost() {
    return startHost(Map.of());
  }

  /**
   * Starts a host.
   *
   * @param more put over the usual settings
   */
  JobsApi startHost(Map<String, String> more) {
    return startHost(more, List.of());
  }

  /**
   * Starts a host.
   *
   * @param more put over the usual settings
   * @param jvmOptions besides the usual ones
   */
  JobsApi startHost(Map<String, String> more, List<String> jvmOptions) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(more);
    host = trust.startHost(HostProcess.Start.with(0, all).with(jvmOptions));
    return new JobsApi(host.baseUri());
  }

  /** Whether the host that was started last still runs. */
  boolean isHostAlive() {
    return !host.onExit().isDone();
  }

  /** Ends the host as SIGKILL does, in the middle of whatever it does. */
  void killHost() {
    host.kill();
  }

  QuantumEmulator emulator() {
    return emulator;
  }

  /** As any client of the storage account has it. */
  QueueClient queue() {
    return queue("quantum-jobs");
  }

  QueueClient queue(String name) {
    return new QueueClientBuilder().connectionString(storage).queueName(name).buildClient();
  }

  /** Connection string of everything that is stored. */
  String storage() {
    return storage;
  }

  @Override
  public void close() {
    if (host != null) {
      host.close();
    }
    emulator.close();
  }
}
