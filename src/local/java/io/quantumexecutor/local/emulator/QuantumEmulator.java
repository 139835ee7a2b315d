package io.quantumexecutor.local.emulator;

import io.quantumexecutor.local.emulator.EmulatorJournal.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Azure Quantum on loopback, for local runs and tests.
 *
 * <p>It serves the data-plane REST interface of a workspace on plain HTTP (for access keys) and on
 * HTTPS (for bearer tokens, which Azure's clients refuse to send in clear), hands payloads over
 * through the blob storage it is given, and truly executes programs.
 */
public final class QuantumEmulator implements AutoCloseable {
  /** Opens every emulator's trust store. */
  public static final String TRUST_STORE_PASSWORD = TlsMaterial.PASSWORD;

  private final EmulatorSettings settings;
  private final InstantSource wallClock = InstantSource.system();
  private final EmulatorJournal journal = new EmulatorJournal();
  private final EmulatorFaults faults = new EmulatorFaults();
  private final EmulatedTargets targets = new EmulatedTargets();
  private final EmulatorPrincipals principals = new EmulatorPrincipals();
  private final EmulatedWorkspaces workspaces;
  private final Authentication authentication;
  private final FaultInjector faultInjector;
  private final IdentityRoutes identityRoutes;
  private final EntraRoutes entraRoutes;
  private final ArmRoutes armRoutes;
  private final ControlRoutes controlRoutes;
  private final ServiceRoutes serviceRoutes;
  private final JobRunner runner;
  private final TlsMaterial tls;
  private final HttpServers servers;

  private QuantumEmulator(EmulatorSettings settings) throws IOException, GeneralSecurityException {
    this.settings = settings;
    this.workspaces = new EmulatedWorkspaces(settings.workspace());
    Tokens tokens = new Tokens(wallClock);
    this.authentication =
        new Authentication(
            settings.credentials().apiKey(),
            tokens,
            principals,
            settings.behaviour().life().clock());
    this.faultInjector =
        new FaultInjector(
            faults, match -> workspaces.require(match.workspace()).jobs().remove(match.id()));
    this.identityRoutes = new IdentityRoutes(identityHeader(), tokens);
    this.entraRoutes = new EntraRoutes(principals, tokens, wallClock);
    this.armRoutes =
        new ArmRoutes(
            settings.behaviour().workspaceKind(),
            workspaces,
            authentication,
            settings.credentials().apiKey());
    this.controlRoutes = new ControlRoutes(faults, journal, targets, principals);
    JobBlobs blobs = new JobBlobs(settings.storage(), wallClock);
    this.runner = new JobRunner(settings.behaviour(), blobs, faults);
    JobView view = new JobView(blobs, settings.behaviour().workspaceKind());
    JobRoutes jobs = new JobRoutes(settings.behaviour(), view, targets, runner, journal);
    SessionRoutes sessions = new SessionRoutes(settings.behaviour().life().clock(), targets, jobs);
    this.serviceRoutes = new ServiceRoutes(workspaces, jobs, sessions, blobs, targets);
    this.tls = TlsMaterial.create(settings.ports().trustStore());
    this.servers = new HttpServers(settings.ports(), tls.serverContext(), this::answer);
  }

  /**
   * Starts an emulator; it answers when this returns.
   *
   * @throws UncheckedIOException when a port is taken or keytool fails
   */
  public static QuantumEmulator start(EmulatorSettings settings) {
    try {
      return new QuantumEmulator(settings);
    } catch (IOException e) {
      throw new UncheckedIOException("The emulator could not start: " + e.getMessage(), e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The emulator could not make its certificate", e);
    }
  }

  /** For clients with an access key. */
  public URI httpEndpoint() {
    return servers.httpEndpoint();
  }

  /** For clients with a bearer token; its certificate is in the {@link #trustStore}. */
  public URI httpsEndpoint() {
    return servers.httpsEndpoint();
  }

  /** The value for the environment variable IDENTITY_ENDPOINT of a process to be served. */
  public URI identityEndpoint() {
    return httpEndpoint().resolve("/identity/token");
  }

  /** The value for the environment variable IDENTITY_HEADER of a process to be served. */
  public String identityHeader() {
    return settings.credentials().identityHeader();
  }

  /** A PKCS12 file with the emulator's certificate and the JDK's authorities. */
  public Path trustStore() {
    return tls.trustStore();
  }

  public String trustStorePassword() {
    return TlsMaterial.PASSWORD;
  }

  /** The access key of its workspaces. */
  public String apiKey() {
    return settings.credentials().apiKey();
  }

  public EmulatedWorkspace workspace() {
    return settings.workspace();
  }

  public EmulatorJournal journal() {
    return journal;
  }

  public EmulatorFaults faults() {
    return faults;
  }

  public EmulatorPrincipals principals() {
    return principals;
  }

  /** Adds a workspace beside the one of the settings, with the same key and principals. */
  public void addWorkspace(EmulatedWorkspace workspace) {
    workspaces.add(workspace);
  }

  /**
   * Puts jobs into the workspace, created now and never executed: a large population at once.
   *
   * @param finished whether they are over; otherwise they wait for ever
   */
  public void stock(List<String> ids, boolean finished) {
    EmulatedJobs jobs = workspaces.require(settings.workspace().key()).jobs();
    ids.forEach(id -> jobs.addIfAbsent(EmulatedJob.stocked(id, finished, settings.behaviour())));
  }

  /** Sets how a target is from now on; an unknown target is an IllegalArgumentException. */
  public void setTarget(String id, Availability availability, int averageQueueSeconds) {
    if (EmulatedTargets.find(id).isEmpty()) {
      throw new IllegalArgumentException("No target is called " + id);
    }
    targets.set(id, new EmulatedTargets.State(availability, averageQueueSeconds));
  }

  private EmulatorResponse answer(EmulatorRequest request) {
    Instant received = wallClock.instant();
    RouteMatch match = RouteMatch.of(request.method(), request.path());
    EmulatorResponse response = faultInjector.pass(match, () -> authenticated(match, request));
    if (match.route() != Route.CONTROL) {
      boolean dropped = response.delivery() == EmulatorResponse.Delivery.DROPPED;
      journal.record(
          new Entry(
              received,
              match.route(),
              match.id(),
              request.method(),
              request.target().path() + "?" + request.target().rawQuery(),
              dropped ? 0 : response.status(),
              Authentication.credential(request)));
    }
    return response;
  }

  private EmulatorResponse authenticated(RouteMatch match, EmulatorRequest request) {
    Optional<EmulatorResponse> refusal = authentication.refusal(request, match.route());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    try {
      return switch (match.route()) {
        case CONTROL -> controlRoutes.answer(request);
        case IDENTITY_TOKEN -> identityRoutes.token(request);
        case ENTRA_TOKEN -> entraRoutes.token(request);
        case ARM_WORKSPACE, ARM_PERMISSIONS, ARM_KEYS, RESOURCE_GRAPH ->
            armRoutes.answer(match, request, httpsEndpoint().toString());
        default -> serviceRoutes.answer(match, request);
      };
    } catch (ServiceError e) {
      return e.response();
    }
  }

  @Override
  public void close() {
    servers.close();
    runner.close();
  }
}
