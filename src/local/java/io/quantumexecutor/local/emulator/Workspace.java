package io.quantumexecutor.local.emulator;

import java.util.Locale;

/**
 * The names of an Azure Quantum workspace.
 *
 * @param subscriptionId a GUID
 * @param location an Azure region's short name, such as {@code eastus}
 */
public record Workspace(String subscriptionId, String resourceGroup, String name, String location) {
  public static final Workspace LOCAL =
      new Workspace("00000000-0000-0000-0000-000000000001", "local", "local-workspace", "eastus");

  /** The Azure resource id. */
  public String resourceId() {
    return "/subscriptions/%s/resourceGroups/%s/providers/Microsoft.Quantum/workspaces/%s"
        .formatted(subscriptionId, resourceGroup, name);
  }

  /** The resource id as a look-up key: Azure compares ids without regard to case. */
  String key() {
    return resourceId().toLowerCase(Locale.ROOT);
  }
}
