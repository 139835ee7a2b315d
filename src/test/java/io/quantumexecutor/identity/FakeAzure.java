package io.quantumexecutor.identity;

import com.azure.core.credential.TokenCredential;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.workspace.AzureResources;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumWorkspace;
import io.quantumexecutor.workspace.Workspace;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Azure in memory: one record, one set of permissions, and a list of what was called. */
final class FakeAzure implements AzureClients, AzureResources, QuantumWorkspace {
  static final List<String> DATA = List.of("Microsoft.Quantum/Workspaces/jobs/*");

  final List<String> calls = new ArrayList<>();
  final List<URI> opened = new ArrayList<>();
  WorkspaceRecord record = new WorkspaceRecord("westus", "V1", null);
  List<Permission> permissions = List.of(new Permission(List.of(), List.of(), DATA, List.of()));
  @Nullable QuantumException recordTrouble;
  @Nullable QuantumException permissionTrouble;
  @Nullable QuantumException targetTrouble;

  static QuantumException trouble(QuantumException.Kind kind, int status, String code) {
    return new QuantumException(kind, status, code, "it was answered " + code, null);
  }

  private static void raise(@Nullable QuantumException trouble) {
    if (trouble != null) {
      throw trouble;
    }
  }

  @Override
  public QuantumWorkspace workspace(URI endpoint, Workspace workspace, TokenCredential credential) {
    opened.add(endpoint);
    return this;
  }

  @Override
  public AzureResources resourceManager(TokenCredential credential) {
    return this;
  }

  @Override
  public WorkspaceRecord workspace(Workspace workspace) {
    calls.add("record");
    raise(recordTrouble);
    return record;
  }

  @Override
  public List<Permission> permissions(Workspace workspace) {
    calls.add("permissions");
    raise(permissionTrouble);
    return permissions;
  }

  @Override
  public List<TargetStatus> targets() {
    calls.add("targets");
    raise(targetTrouble);
    return List.of(
        new TargetStatus("ionq", "ionq.simulator", "Available", 3, 29, null),
        new TargetStatus("ionq", "ionq.qpu.aria-1", "Unavailable", 3, 25, null));
  }

  @Override
  public UploadedInput upload(JobId id, byte[] input, String contentType) {
    calls.add("upload");
    URI container = URI.create("https://a.blob.core.windows.net/job");
    return new UploadedInput(container, container);
  }

  @Override
  public ProviderJob create(NewProviderJob job) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<ProviderJob> find(JobId id) {
    return Optional.empty();
  }

  @Override
  public ProviderPage list(ListQuery query) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void prioritise(JobId id, String priority) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Quota> quotas() {
    return List.of();
  }

  @Override
  public void cancel(JobId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<byte[]> output(ProviderJob job) {
    return Optional.empty();
  }
}
