package io.quantumexecutor.local.emulator;

import java.time.Instant;

/** What filters and orders of lists look at. */
record WorkspaceItem(
    String name,
    String itemType,
    String jobType,
    ProviderTarget providerTarget,
    String state,
    Instant created) {
  record ProviderTarget(String providerId, String target) {}

  /** The value behind a property name of the query grammar. */
  String property(String property) {
    return switch (property) {
      case "Name" -> name;
      case "ItemType" -> itemType;
      case "JobType" -> jobType;
      case "ProviderId" -> providerTarget.providerId;
      case "Target" -> providerTarget.target;
      case "State" -> state;
      case "CreationTime" -> created.toString();
      default ->
          throw new ServiceError(
              400, "InvalidQuery", "The property '%s' cannot be queried.".formatted(property));
    };
  }
}
