package io.quantumexecutor.identity;

import io.quantumexecutor.workspace.AzureResources.WorkspaceRecord;
import io.quantumexecutor.workspace.Location;
import io.quantumexecutor.workspace.QuantumException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that tokens for Azure Quantum may go to: those of Azure, and the ones that the operator
 * configured.
 *
 * @param configured authorities ({@code host} or {@code host:port}) in lower case
 */
public record WorkspaceHosts(Set<String> configured) {
  private static final String AZURE = ".quantum.azure.com";

  /** Those of Azure, and the authority of a configured endpoint. */
  public static WorkspaceHosts with(URI endpoint) {
    return new WorkspaceHosts(Set.of(endpoint.getRawAuthority().toLowerCase(Locale.ROOT)));
  }

  /**
   * Where a workspace answers, by Azure's record of it.
   *
   * @throws QuantumException of kind REJECTED if the record leads to a host that is not trusted
   */
  URI endpoint(WorkspaceRecord record) {
    URI recorded = record.endpoint();
    if (recorded == null) {
      return URI.create("https://" + location(record) + version(record.kind()) + AZURE);
    }
    if (!trusts(recorded)) {
      throw refused("an endpoint outside of Azure Quantum");
    }
    return URI.create(recorded.getScheme() + "://" + recorded.getRawAuthority());
  }

  private boolean trusts(URI address) {
    String authority = address.getRawAuthority();
    if (!"https".equalsIgnoreCase(address.getScheme())
        || authority == null
        || address.getHost() == null
        || address.getRawUserInfo() != null) {
      return false;
    }
    String host = address.getHost().toLowerCase(Locale.ROOT);
    boolean standardPort = address.getPort() == -1 || address.getPort() == 443;
    return configured.contains(authority.toLowerCase(Locale.ROOT))
        || (standardPort && host.endsWith(AZURE) && host.length() > AZURE.length());
  }

  private static Location location(WorkspaceRecord record) {
    try {
      return Location.parse(record.location() == null ? "" : record.location());
    } catch (IllegalArgumentException e) {
      throw refused("no endpoint and no location");
    }
  }

  private static String version(@Nullable String kind) {
    return "V2".equalsIgnoreCase(kind) ? "-v2" : "";
  }

  private static QuantumException refused(String what) {
    return new QuantumException(
        QuantumException.Kind.REJECTED,
        0,
        "endpoint-refused",
        "Azure's record of the workspace names " + what,
        null);
  }
}
