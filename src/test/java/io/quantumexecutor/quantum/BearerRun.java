package io.quantumexecutor.quantum;

import io.quantumexecutor.identity.ManagedIdentities;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumWorkspace;
import io.quantumexecutor.workspace.QuantumWorkspace.NewProviderJob;
import io.quantumexecutor.workspace.QuantumWorkspace.ProviderJob;
import io.quantumexecutor.workspace.QuantumWorkspace.UploadedInput;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/**
 * A whole job with the real credential, in a process of its own: the identity endpoint is read from
 * the environment and the trust store when TLS is first used.
 */
final class BearerRun {
  private BearerRun() {}

  /** Arguments: the service's address and the {@code host:port} of storage. */
  public static void main(String[] arguments) {
    BlobHosts hosts = new BlobHosts(List.of(".blob.core.windows.net"), List.of(arguments[1]));
    QuantumWorkspace client =
        new QuantumClients(ClientLimits.DEFAULT, hosts, InstantSource.system(), Pause.real())
            .open(
                new QuantumEndpoint(URI.create(arguments[0]), StubbedClient.WORKSPACE),
                QuantumClients.bearer(ManagedIdentities.credential(null)));
    try {
      System.out.println("RESULT " + run(client));
    } catch (QuantumException trouble) {
      System.out.println(
          "TROUBLE " + trouble.kind() + " " + trouble.code() + " " + trouble.getMessage());
    }
  }

  private static String run(QuantumWorkspace client) {
    NewProviderJob bell = StubbedClient.bell();
    byte[] input = "{}".getBytes(StandardCharsets.UTF_8);
    UploadedInput uploaded = client.upload(bell.id(), input, "application/json");
    client.create(
        new NewProviderJob(
            bell.id(),
            bell.name(),
            bell.provider(),
            bell.target(),
            bell.format(),
            bell.inputParams(),
            null,
            List.of(),
            uploaded));
    ProviderJob job = client.find(bell.id()).orElseThrow();
    return new String(client.output(job).orElseThrow(), StandardCharsets.UTF_8);
  }
}
