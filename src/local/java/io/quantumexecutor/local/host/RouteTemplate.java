package io.quantumexecutor.local.host;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A route such as {@code api/jobs/{id}/result} (ASP.NET Core documentation, "Routing"): literals
 * match in any case, {@code {x}} takes one part, {@code {*x}} takes what is left, which may be
 * nothing.
 */
final class RouteTemplate {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\*?)(\\w+)}");

  private enum Kind {
    LITERAL("1"),
    PARAMETER("2"),
    CATCH_ALL("3");

    /** Smaller is tried first. */
    final String rank;

    Kind(String rank) {
      this.rank = rank;
    }
  }

  /** What stands between two slashes: a literal's text or a parameter's name. */
  private record Segment(Kind kind, String text) {
    static Segment parse(String text) {
      Matcher parameter = PARAMETER.matcher(text);
      if (parameter.matches()) {
        Kind kind = parameter.group(1).isEmpty() ? Kind.PARAMETER : Kind.CATCH_ALL;
        return new Segment(kind, parameter.group(2));
      }
      if (text.contains("{") || text.contains("}")) {
        throw new HostException("The local host does not know the route part " + text);
      }
      return new Segment(Kind.LITERAL, text);
    }
  }

  private final List<Segment> segments;

  private RouteTemplate(List<Segment> segments) {
    this.segments = segments;
  }

  /**
   * Reads a template.
   *
   * @throws HostException for a part this host does not know
   */
  static RouteTemplate parse(String template) {
    List<Segment> segments = split(template).stream().map(Segment::parse).toList();
    for (int i = 0; i < segments.size() - 1; i++) {
      if (segments.get(i).kind == Kind.CATCH_ALL) {
        throw new HostException("The route " + template + " has a {*rest} that is not at its end");
      }
    }
    return new RouteTemplate(segments);
  }

  /** Digits that sort templates: literals before parameters before the rest. */
  String precedence() {
    return segments.stream().map(segment -> segment.kind.rank).collect(Collectors.joining());
  }

  /** The route values, when the raw (still encoded) path matches. */
  Optional<Map<String, String>> match(String rawPath) {
    List<String> parts = split(rawPath);
    Map<String, String> values = new HashMap<>();
    for (Segment segment : segments) {
      if (segment.kind == Kind.CATCH_ALL) {
        Optional.of(String.join("/", parts))
            .filter(rest -> !rest.isEmpty())
            .ifPresent(rest -> values.put(segment.text, decode(rest)));
        return Optional.of(values);
      }
      if (parts.isEmpty() || !matches(segment, decode(parts.remove(0)), values)) {
        return Optional.empty();
      }
    }
    return parts.isEmpty() ? Optional.of(values) : Optional.empty();
  }

  private static boolean matches(Segment segment, String part, Map<String, String> values) {
    if (segment.kind == Kind.LITERAL) {
      return segment.text.equalsIgnoreCase(part);
    }
    values.put(segment.text, part);
    return !part.isEmpty();
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

  private static String decode(String raw) {
    return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
