package io.quantumexecutor.quantum;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.workspace.AzureResources;
import io.quantumexecutor.workspace.Workspace;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Azure Resource Manager over REST: the record of a workspace and the caller's effective
 * permissions on it (Azure REST documentation, "Permissions - List For Resource").
 */
final class ArmClient implements AzureResources {
  private static final String WORKSPACE_VERSION = "2025-12-15-preview";
  private static final String PERMISSIONS_VERSION = "2022-04-01";
  private static final int MAX_BYTES = 4 << 20;
  private static final int MAX_PAGES = 10;

  private final Exchange exchange;
  private final RetryPolicy retries;
  private final String origin;

  ArmClient(Exchange exchange, RetryPolicy retries, URI base) {
    this.exchange = exchange;
    this.retries = retries;
    this.origin = base.getScheme() + "://" + base.getRawAuthority();
  }

  @Override
  public WorkspaceRecord workspace(Workspace workspace) {
    JsonNode record =
        get(
            "read the record of the workspace",
            origin + workspace.resourceId() + "?api-version=" + WORKSPACE_VERSION);
    JsonNode properties = record.path("properties");
    return new WorkspaceRecord(
        ServiceJson.text(record, "location"),
        ServiceJson.text(properties, "workspaceKind"),
        address(ServiceJson.text(properties, "endpointUri")));
  }

  @Override
  public List<Permission> permissions(Workspace workspace) {
    List<Permission> permissions = new ArrayList<>();
    Optional<String> next =
        Optional.of(
            origin
                + workspace.resourceId()
                + "/providers/Microsoft.Authorization/permissions?api-version="
                + PERMISSIONS_VERSION);
    for (int page = 0; next.isPresent() && page < MAX_PAGES; page++) {
      JsonNode answer = get("read the permissions", next.get());
      answer.path("value").forEach(each -> permissions.add(permission(each)));
      // The token goes nowhere but to where the first page came from.
      next =
          Optional.ofNullable(ServiceJson.text(answer, "nextLink"))
              .filter(link -> link.startsWith(origin + "/"));
    }
    return permissions;
  }

  private JsonNode get(String what, String address) {
    Exchange.CallOptions options =
        new Exchange.CallOptions(what, CallSemantics.IDEMPOTENT, MAX_BYTES, Set.of());
    ServiceResponse answer =
        retries.call(
            () -> {
              HttpRequest request = new HttpRequest(HttpMethod.GET, address);
              request.setHeader(HttpHeaderName.ACCEPT, "application/json");
              return exchange.send(request, options);
            });
    return ServiceJson.parse(answer.body().toBytes())
        .orElseThrow(
            () -> TransportFailure.unreadable(what, CallSemantics.IDEMPOTENT, answer.status()));
  }

  private static Permission permission(JsonNode permission) {
    return new Permission(
        texts(permission.path("actions")),
        texts(permission.path("notActions")),
        texts(permission.path("dataActions")),
        texts(permission.path("notDataActions")));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static @Nullable URI address(@Nullable String text) {
    try {
      return text == null ? null : URI.create(text);
    } catch (IllegalArgumentException unreadable) {
      throw TransportFailure.unreadable(
          "read the record of the workspace", CallSemantics.IDEMPOTENT, 200);
    }
  }
}
