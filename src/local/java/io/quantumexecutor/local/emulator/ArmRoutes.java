package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What Azure Resource Manager answers about a workspace. */
final class ArmRoutes {
  private final WorkspaceKind workspaceKind;
  private final EmulatedWorkspaces workspaces;
  private final Authentication authentication;
  private final String apiKey;

  ArmRoutes(
      WorkspaceKind workspaceKind,
      EmulatedWorkspaces workspaces,
      Authentication authentication,
      String apiKey) {
    this.workspaceKind = workspaceKind;
    this.workspaces = workspaces;
    this.authentication = authentication;
    this.apiKey = apiKey;
  }

  /**
   * Answers a request to Azure Resource Manager.
   *
   * @param endpoint where the data plane of every workspace is
   */
  EmulatorResponse answer(RouteMatch match, EmulatorRequest request, String endpoint) {
    Role role = authentication.managerRole(request);
    return switch (match.route()) {
      case ARM_WORKSPACE -> workspace(workspace(match), endpoint);
      case ARM_KEYS -> keys(workspace(match), endpoint);
      case ARM_PERMISSIONS -> permissions(role);
      case RESOURCE_GRAPH -> {
        List<EmulatedWorkspace> readable = role == Role.NONE ? List.of() : workspaces.all();
        yield new ResourceGraph(workspaceKind.name(), endpoint).answer(request, readable);
      }
      default -> throw ServiceError.notFound("Route", request.path());
    };
  }

  private EmulatedWorkspace workspace(RouteMatch match) {
    return workspaces.require(match.workspace()).workspace();
  }

  private EmulatorResponse workspace(EmulatedWorkspace workspace, String endpoint) {
    ObjectNode resource =
        EmulatorJson.object()
            .put("id", workspace.resourceId())
            .put("name", workspace.name())
            .put("type", "microsoft.quantum/workspaces")
            .put("location", workspace.location());
    resource.putObject("tags");
    ObjectNode properties = resource.putObject("properties");
    ArrayNode providers = properties.putArray("providers");
    for (String provider : EmulatedTargets.providers()) {
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
        .put("workspaceKind", workspaceKind.name());
    return EmulatorResponse.ok(resource);
  }

  /** The access keys: the emulator has one, which is both the first and the second. */
  private EmulatorResponse keys(EmulatedWorkspace workspace, String endpoint) {
    String connection = workspace.connectionString(apiKey, endpoint);
    ObjectNode keys = EmulatorJson.object().put("apiKeyEnabled", true);
    for (String name : List.of("primary", "secondary")) {
      keys.putObject(name + "Key").put("createdAt", "2026-01-01T00:00:00Z").put("key", apiKey);
      keys.put(name + "ConnectionString", connection);
    }
    return EmulatorResponse.ok(keys);
  }

  /** The caller's effective permissions on the workspace. */
  private static EmulatorResponse permissions(Role role) {
    ObjectNode page = EmulatorJson.object();
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
