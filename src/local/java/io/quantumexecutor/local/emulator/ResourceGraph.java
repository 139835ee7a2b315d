package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Azure Resource Graph, as far as clients ask it for workspaces: the conditions of a query that
 * compare a property with a text, all of which must hold.
 */
final class ResourceGraph {
  private static final Pattern CONDITION =
      Pattern.compile("(\\w+)\\s*=~\\s*(?:'([^']*)'|\"([^\"]*)\")");

  private final String kind;
  private final String endpoint;

  /**
   * @param kind V1 or V2
   * @param endpoint where the data plane of every workspace is
   */
  ResourceGraph(String kind, String endpoint) {
    this.kind = kind;
    this.endpoint = endpoint;
  }

  EmulatorResponse answer(EmulatorRequest request, List<EmulatedWorkspace> readable) {
    ObjectNode body = EmulatorJson.readObject(request.body());
    String query = body.path("query").asText("");
    List<ObjectNode> rows =
        readable.stream()
            .filter(workspace -> isIn(body.path("subscriptions"), workspace))
            .map(this::row)
            .filter(row -> matches(row, query))
            .toList();
    ObjectNode answer =
        EmulatorJson.object().put("totalRecords", rows.size()).put("count", rows.size());
    ArrayNode data = answer.putArray("data");
    rows.forEach(row -> data.add(row.without("type")));
    answer.putArray("facets");
    return EmulatorResponse.ok(answer.put("resultTruncated", "false"));
  }

  private static boolean isIn(JsonNode subscriptions, EmulatedWorkspace workspace) {
    return subscriptions.isEmpty()
        || StreamSupport.stream(subscriptions.spliterator(), false)
            .anyMatch(each -> each.asText().equalsIgnoreCase(workspace.subscriptionId()));
  }

  private ObjectNode row(EmulatedWorkspace workspace) {
    return EmulatorJson.object()
        .put("type", "microsoft.quantum/workspaces")
        .put("name", workspace.name())
        .put("subscriptionId", workspace.subscriptionId())
        .put("resourceGroup", workspace.resourceGroup().toLowerCase(Locale.ROOT))
        .put("location", workspace.location())
        .put("endpointUri", endpoint)
        .put("workspaceKind", kind);
  }

  private static boolean matches(ObjectNode row, String query) {
    Matcher condition = CONDITION.matcher(query);
    while (condition.find()) {
      String text = condition.group(2) == null ? condition.group(3) : condition.group(2);
      if (!row.path(condition.group(1)).asText().equalsIgnoreCase(text)) {
        return false;
      }
    }
    return true;
  }
}
