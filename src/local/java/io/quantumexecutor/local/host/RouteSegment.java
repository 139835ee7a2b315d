package io.quantumexecutor.local.host;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One part of a route between slashes. */
sealed interface RouteSegment {
  Pattern PARAMETER = Pattern.compile("\\{(\\*{0,2})(\\w+)((?::\\w+)*)(\\?|=([^{}]*))?}");

  /** The place in the order of templates; smaller is tried first. */
  int rank();

  boolean takesRest();

  boolean mayBeMissing();

  /** Puts the value of a matching part into {@code values}. */
  boolean match(String rawPart, Map<String, String> values);

  /** Puts the default of a part the path lacks into {@code values}; false when it must be there. */
  boolean fillIn(Map<String, String> values);

  static RouteSegment parse(String text) {
    Matcher parameter = PARAMETER.matcher(text);
    if (parameter.matches()) {
      List<RouteConstraint> constraints =
          Arrays.stream(parameter.group(3).split(":", -1))
              .filter(name -> !name.isEmpty())
              .map(RouteConstraint::named)
              .toList();
      return new Parameter(
          parameter.group(2),
          constraints,
          !parameter.group(1).isEmpty(),
          "?".equals(parameter.group(4)),
          parameter.group(5));
    }
    if (text.contains("{") || text.contains("}")) {
      throw new HostException("The local host does not know the route part " + text);
    }
    return new Literal(text);
  }

  record Literal(String text) implements RouteSegment {
    @Override
    public int rank() {
      return 1;
    }

    @Override
    public boolean takesRest() {
      return false;
    }

    @Override
    public boolean mayBeMissing() {
      return false;
    }

    @Override
    public boolean match(String rawPart, Map<String, String> values) {
      return text.equalsIgnoreCase(decode(rawPart));
    }

    @Override
    public boolean fillIn(Map<String, String> values) {
      return false;
    }
  }

  record Parameter(
      String name,
      List<RouteConstraint> constraints,
      boolean takesRest,
      boolean optional,
      @Nullable String otherwise)
      implements RouteSegment {

    @Override
    public int rank() {
      return (takesRest ? 5 : 3) - (constraints.isEmpty() ? 0 : 1);
    }

    @Override
    public boolean mayBeMissing() {
      return optional || otherwise != null || takesRest;
    }

    @Override
    public boolean match(String rawPart, Map<String, String> values) {
      if (rawPart.isEmpty()) {
        return takesRest && fillIn(values);
      }
      String value = decode(rawPart);
      values.put(name, value);
      return constraints.stream().allMatch(constraint -> constraint.allows(value));
    }

    @Override
    public boolean fillIn(Map<String, String> values) {
      if (otherwise != null) {
        values.put(name, otherwise);
      }
      return mayBeMissing();
    }
  }

  private static String decode(String raw) {
    return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
