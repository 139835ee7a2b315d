package io.quantumexecutor.quantum;

import io.quantumexecutor.workspace.Location;
import io.quantumexecutor.workspace.Workspace;
import java.net.URI;

/**
 * Where the workspace answers.
 *
 * @param base scheme, host and perhaps a port; bearer tokens need https
 */
public record QuantumEndpoint(URI base, Workspace workspace) {
  /**
   * @throws IllegalArgumentException unless the base is a bare http or https address
   */
  public QuantumEndpoint {
    String scheme = base.getScheme();
    boolean http = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
    String path = base.getRawPath();
    boolean bare = path == null || path.isEmpty() || path.equals("/");
    boolean plain =
        base.getRawQuery() == null && base.getRawFragment() == null && base.getUserInfo() == null;
    if (!http || base.getHost() == null || !bare || !plain) {
      throw new IllegalArgumentException(
          "an endpoint of Azure Quantum looks like https://eastus.quantum.azure.com");
    }
  }

  /** The public endpoint of a region. */
  public static QuantumEndpoint in(Location location, Workspace workspace) {
    return new QuantumEndpoint(URI.create("https://" + location + ".quantum.azure.com"), workspace);
  }

  /** Scheme, host and port, without a slash at the end. */
  String origin() {
    return base.getScheme() + "://" + base.getRawAuthority();
  }
}
