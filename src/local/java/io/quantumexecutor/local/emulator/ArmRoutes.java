package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What Azure Resource Manager answers about a workspace. */
final class ArmRoutes {
  private final StatusWords words;

  ArmRoutes(StatusWords words) {
    this.words = words;
  }

  /**
   * The workspace resource.
   *
   * @param endpoint where its data plane is
   */
  EmulatorResponse workspace(Workspace workspace, String endpoint) {
    ObjectNode resource =
        Json.object()
            .put("id", workspace.resourceId())
            .put("name", workspace.name())
            .put("type", "microsoft.quantum/workspaces")
            .put("location", workspace.location());
    resource.putObject("tags");
    ObjectNode properties = resource.putObject("properties");
    ArrayNode providers = properties.putArray("providers");
    for (String provider : TargetCatalogue.providers()) {
      providers
          .addObject()
          .put("providerId", provider)
          .put("providerSku", "local")
          .put("applicationName", workspace.name() + "-" + provider)
          .put("provisioningState", "Succeeded");
    }
    properties
        .put("provisioningState", "Succeeded")
        .put("usable", "Yes")
        .put("endpointUri", endpoint)
        .put("apiKeyEnabled", true)
        .put("workspaceKind", words.name());
    return EmulatorResponse.ok(resource);
  }

  /** The caller's effective permissions on the workspace. */
  EmulatorResponse permissions(Role role) {
    ObjectNode page = Json.object();
    ArrayNode value = page.putArray("value");
    if (role != Role.NONE) {
      ObjectNode permission = value.addObject();
      role.actions().forEach(permission.putArray("actions")::add);
      permission.putArray("notActions");
      role.dataActions().forEach(permission.putArray("dataActions")::add);
      permission.putArray("notDataActions");
    }
    return EmulatorResponse.ok(page);
  }
}
