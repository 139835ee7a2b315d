package io.quantumexecutor.identity;

import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.workspace.Access;
import io.quantumexecutor.workspace.Grant;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumWorkspace;
import io.quantumexecutor.workspace.QuantumWorkspaces;
import io.quantumexecutor.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The workspaces that jobs run in, each reached under an identity. The connections used last are
 * kept, by identity key; a connection that is not there is made again from what is stored with the
 * job.
 */
public final class Connections implements QuantumWorkspaces {
  private static final int MAX_RECENT = 256;

  private final Ours ours;
  private final AzureClients azure;
  private final Connection integration;
  private final IdentityKeys keys;
  private final JobStore jobs;
  private final Optional<CredentialSeal> seal;
  private final Map<String, Connection> recent = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * What is ours: who we are and where we run by default.
   *
   * @param clientId of our user-assigned managed identity; null for the system-assigned one
   * @param workspace the configured workspace
   * @param client its client
   * @param hosts where private workspaces may answer
   */
  public record Ours(
      @Nullable String clientId,
      Workspace workspace,
      QuantumWorkspace client,
      Credentials credentials,
      WorkspaceHosts hosts) {}

  /**
   * @param seal empty when no keyset is configured: then no client secrets are taken
   */
  public Connections(
      Ours ours,
      AzureClients azure,
      IdentityKeys keys,
      JobStore jobs,
      Optional<CredentialSeal> seal) {
    this.ours = ours;
    this.azure = azure;
    this.keys = keys;
    this.jobs = jobs;
    this.seal = seal;
    this.integration =
        new Connection(
            Identity.managed(ours.clientId(), ours.workspace()),
            azure.resourceManager(ours.credentials().ours()),
            connection -> ours.client());
  }

  /** The connection of an access; making it calls nobody. */
  Connection of(Access access) {
    if (!(access instanceof Access.Private own)) {
      return integration;
    }
    Identity identity = identity(own);
    return kept(keys.of(identity), () -> connect(identity, own));
  }

  /**
   * The right to use an access, as far as it is known.
   *
   * @throws io.quantumexecutor.workspace.AccessDeniedException if there is a secret and no key to
   *     seal it
   */
  Grant grant(Access access) {
    if (!(access instanceof Access.Private own)) {
      return Grant.ofOurs(integrationPartition());
    }
    String partition = keys.of(identity(own));
    return access instanceof Access.ServicePrincipal principal
        ? new Grant(partition, id -> Optional.of(requireSeal().seal(id, principal)))
        : Grant.ofOurs(partition);
  }

  CredentialSeal requireSeal() {
    return seal.orElseThrow(
        () ->
            AccessPolicy.denied(
                "this service cannot keep client secrets: it has no key to seal them with",
                "ask the operator to set CREDENTIAL_KEYSET",
                "client_secret"));
  }

  @Override
  public String integrationPartition() {
    return keys.of(integration.identity());
  }

  @Override
  public QuantumWorkspace integration() {
    return ours.client();
  }

  /**
   * @throws IllegalStateException for a job of an earlier configured workspace: then the settings
   *     changed while jobs were unfinished
   */
  @Override
  public QuantumWorkspace open(String partition, JobKey anyJob) {
    return partition.equals(integrationPartition())
        ? ours.client()
        : kept(partition, () -> reopened(partition, anyJob)).workspace();
  }

  private Connection reopened(String partition, JobKey job) {
    Access.Private access =
        jobs.sealed(job)
            .<Access.Private>map(bytes -> unsealed(job.id(), bytes))
            .orElseGet(() -> managed(job));
    Identity identity = identity(access);
    if (!keys.of(identity).equals(partition)) {
      throw lost(job.id(), "its credential is gone, or was stored under other settings");
    }
    return connect(identity, access);
  }

  private Access.Private unsealed(JobId job, byte[] sealed) {
    return seal.flatMap(key -> key.open(job, sealed))
        .orElseThrow(() -> lost(job, "no key in CREDENTIAL_KEYSET decrypts its credential"));
  }

  private Access.Private managed(JobKey job) {
    String resourceId = jobs.submission(job).map(known -> known.options().workspace()).orElse(null);
    if (resourceId == null) {
      throw new IllegalStateException(
          "job "
              + job.id()
              + " belongs to another workspace or identity than the configured one; configure its"
              + " workspace again until it has ended");
    }
    return new Access.ManagedIdentity(Workspace.parse(resourceId), null);
  }

  private static QuantumException lost(JobId job, String why) {
    return new QuantumException(
        QuantumException.Kind.REJECTED,
        0,
        "credential-lost",
        "job " + job + " cannot be reached any more: " + why,
        null);
  }

  private Identity identity(Access.Private access) {
    return access instanceof Access.ServicePrincipal principal
        ? new Identity(
            ours.credentials().authority().getRawAuthority(),
            principal.tenant(),
            principal.client(),
            principal.secret(),
            principal.workspace())
        : Identity.managed(ours.clientId(), access.workspace());
  }

  private Connection connect(Identity identity, Access.Private access) {
    var credential =
        access instanceof Access.ServicePrincipal principal
            ? ours.credentials().of(principal)
            : ours.credentials().ours();
    return new Connection(
        identity,
        azure.resourceManager(credential),
        connection ->
            azure.workspace(
                ours.hosts().endpoint(connection.record()), identity.workspace(), credential));
  }

  private Connection kept(String partition, Supplier<Connection> maker) {
    synchronized (recent) {
      Connection known = recent.get(partition);
      if (known != null) {
        return known;
      }
    }
    Connection made = maker.get();
    synchronized (recent) {
      recent.put(partition, made);
      if (recent.size() > MAX_RECENT) {
        recent.remove(recent.keySet().iterator().next());
      }
      return made;
    }
  }
}
