package io.quantumexecutor.local.emulator;

import java.util.Locale;

/**
 * The names of an Azure Quantum workspace.
 *
 * @param subscriptionId a GUID
 * @param location an Azure region's short name, such as {@code eastus}
 */
public record EmulatedWorkspace(
    String subscriptionId, String resourceGroup, String name, String location) {
  public static final EmulatedWorkspace LOCAL =
      new EmulatedWorkspace(
          "00000000-0000-0000-0000-000000000001", "local", "local-workspace", "eastus");

  /** The Azure resource id. */
  public String resourceId() {
    return "/subscriptions/%s/resourceGroups/%s/providers/Microsoft.Quantum/workspaces/%s"
        .formatted(subscriptionId, resourceGroup, name);
  }

  /**
   * All that a client needs, in the one line that Azure Quantum calls a connection string.
   *
   * @param endpoint without a slash at its end
   */
  public String connectionString(String apiKey, String endpoint) {
    return "SubscriptionId=%s;ResourceGroupName=%s;WorkspaceName=%s;ApiKey=%s;QuantumEndpoint=%s/;"
        .formatted(subscriptionId, resourceGroup, name, apiKey, endpoint);
  }

  /** The resource id as a look-up key: Azure compares ids without regard to case. */
  String key() {
    return resourceId().toLowerCase(Locale.ROOT);
  }
}
