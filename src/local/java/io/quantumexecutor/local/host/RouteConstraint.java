package io.quantumexecutor.local.host;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The constraints on route values that functions use (ASP.NET Core documentation, "Route
 * constraints").
 */
enum RouteConstraint {
  INT("-?\\d{1,10}") {
    @Override
    boolean allows(String value) {
      return super.allows(value) && Math.abs(Long.parseLong(value)) <= Integer.MAX_VALUE;
    }
  },
  LONG("-?\\d{1,18}"),
  BOOL("(?i)true|false"),
  ALPHA("[A-Za-z]*"),
  GUID("(?i)\\{?[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}}?");

  private final Pattern form;

  RouteConstraint(String form) {
    this.form = Pattern.compile(form);
  }

  boolean allows(String value) {
    return form.matcher(value).matches();
  }

  static RouteConstraint named(String name) {
    for (RouteConstraint constraint : values()) {
      if (constraint.name().toLowerCase(Locale.ROOT).equals(name)) {
        return constraint;
      }
    }
    throw new HostException("The local host does not know the route constraint " + name);
  }
}
