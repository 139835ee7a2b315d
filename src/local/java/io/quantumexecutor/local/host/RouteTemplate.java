package io.quantumexecutor.local.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A route such as {@code api/jobs/{id:guid}/result} (ASP.NET Core documentation, "Routing"):
 * literals match in any case, {@code {x?}} may be missing, {@code {x=default}} is filled in, {@code
 * {*rest}} takes what is left.
 */
final class RouteTemplate {
  private final List<RouteSegment> segments;

  private RouteTemplate(List<RouteSegment> segments) {
    this.segments = segments;
  }

  /**
   * Reads a template.
   *
   * @throws HostException for a part this host does not know
   */
  static RouteTemplate parse(String template) {
    List<RouteSegment> segments = split(template).stream().map(RouteSegment::parse).toList();
    for (int i = 1; i < segments.size(); i++) {
      RouteSegment before = segments.get(i - 1);
      boolean gap = before.mayBeMissing() && !segments.get(i).mayBeMissing();
      if (gap || before.takesRest()) {
        throw new HostException(
            "The route " + template + " has an optional part or {*rest} that is not at its end");
      }
    }
    return new RouteTemplate(segments);
  }

  /**
   * Digits that sort templates: literals before constrained before free parameters before the rest.
   */
  String precedence() {
    StringBuilder digits = new StringBuilder();
    segments.forEach(segment -> digits.append(segment.rank()));
    return digits.toString();
  }

  /** The route values, when the raw (still encoded) path matches. */
  Optional<Map<String, String>> match(String rawPath) {
    List<String> parts = split(rawPath);
    Map<String, String> values = new HashMap<>();
    for (RouteSegment segment : segments) {
      if (segment.takesRest()) {
        boolean matched = segment.match(String.join("/", parts), values);
        return matched ? Optional.of(values) : Optional.empty();
      }
      boolean matched =
          parts.isEmpty() ? segment.fillIn(values) : segment.match(parts.remove(0), values);
      if (!matched) {
        return Optional.empty();
      }
    }
    return parts.isEmpty() ? Optional.of(values) : Optional.empty();
  }

  /** One slash at either end does not count; an empty part inside does, and matches nothing. */
  private static List<String> split(String path) {
    List<String> parts = new ArrayList<>(Arrays.asList(path.split("/", -1)));
    if (!parts.isEmpty() && parts.get(0).isEmpty()) {
      parts.remove(0);
    }
    if (!parts.isEmpty() && parts.get(parts.size() - 1).isEmpty()) {
      parts.remove(parts.size() - 1);
    }
    return parts;
  }
}
