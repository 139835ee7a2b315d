package io.quantumexecutor.local.emulator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What an emulator is started with. Begin with {@link #forStorage} and change what matters.
 *
 * @param storage connection string of the Azurite that holds the job containers, with BlobEndpoint,
 *     AccountName and AccountKey
 */
public record EmulatorSettings(
    String storage,
    EmulatedWorkspace workspace,
    Ports ports,
    AcceptedCredentials credentials,
    Behaviour behaviour) {

  /**
   * Where the emulator listens, always on 127.0.0.1; port 0 takes any free one.
   *
   * @param trustStore where to write the trust store; a temporary file if absent
   */
  public record Ports(int http, int https, Optional<Path> trustStore) {
    public static final Ports ANY = new Ports(0, 0, Optional.empty());
  }

  /**
   * The secrets the emulator accepts.
   *
   * @param apiKey the workspace's access key, sent as {@code x-ms-quantum-api-key}
   * @param identityHeader what a managed identity client sends as {@code X-IDENTITY-HEADER}
   */
  public record AcceptedCredentials(String apiKey, String identityHeader) {
    public static final AcceptedCredentials LOCAL =
        new AcceptedCredentials("local-api-key", "local-identity-header");
  }

  /**
   * How jobs live and how the ambiguous parts of the service answer.
   *
   * @param cancelStatus 200 or 204: the specification says one, a client of the service the other
   * @param seed start of every random draw
   */
  public record Behaviour(JobLife life, WorkspaceKind workspaceKind, int cancelStatus, long seed) {
    public Behaviour {
      if (cancelStatus != 200 && cancelStatus != 204) {
        throw new IllegalArgumentException("cancelStatus must be 200 or 204, not " + cancelStatus);
      }
    }
  }

  /**
   * How long a job stays in each state, by a clock that only reads.
   *
   * @param finishing between the end of the execution and the final state, seldom seen in reality
   * @param cancelling from the request to cancel until the job is cancelled
   */
  public record JobLife(
      InstantSource clock,
      Duration queued,
      Duration executing,
      Duration finishing,
      Duration cancelling) {
    /** A life without the state Finishing. */
    public JobLife(InstantSource clock, Duration queued, Duration executing, Duration cancelling) {
      this(clock, queued, executing, Duration.ZERO, cancelling);
    }
  }

  /** Any ports, the local workspace, jobs of 0.3 s waiting and 0.3 s execution. */
  public static EmulatorSettings forStorage(String connectionString) {
    Duration step = Duration.ofMillis(300);
    return new EmulatorSettings(
        connectionString,
        EmulatedWorkspace.LOCAL,
        Ports.ANY,
        AcceptedCredentials.LOCAL,
        new Behaviour(
            new JobLife(InstantSource.system(), step, step, Duration.ZERO),
            WorkspaceKind.V1,
            204,
            1));
  }

  public EmulatorSettings withWorkspace(EmulatedWorkspace value) {
    return new EmulatorSettings(storage, value, ports, credentials, behaviour);
  }

  public EmulatorSettings withPorts(Ports value) {
    return new EmulatorSettings(storage, workspace, value, credentials, behaviour);
  }

  public EmulatorSettings withCredentials(AcceptedCredentials value) {
    return new EmulatorSettings(storage, workspace, ports, value, behaviour);
  }

  public EmulatorSettings withBehaviour(Behaviour value) {
    return new EmulatorSettings(storage, workspace, ports, credentials, value);
  }

  public EmulatorSettings withJobLife(JobLife life) {
    return withBehaviour(
        new Behaviour(life, behaviour.workspaceKind, behaviour.cancelStatus, behaviour.seed));
  }

  public EmulatorSettings withWorkspaceKind(WorkspaceKind workspaceKind) {
    return withBehaviour(
        new Behaviour(behaviour.life, workspaceKind, behaviour.cancelStatus, behaviour.seed));
  }
}
