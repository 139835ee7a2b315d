package io.quantumexecutor.local.host;

import com.microsoft.azure.functions.HttpMethod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which function a request goes to. */
final class RouteTable {
  private record Entry(RouteTemplate template, List<HttpMethod> methods, FunctionMethod function) {}

  /** A function and the route values it is called with. */
  record Match(FunctionMethod function, Map<String, String> values) {}

  private final List<Entry> entries = new ArrayList<>();

  /** Functions that have no HTTP trigger are left out; one without a route answers at its name. */
  RouteTable(String prefix, List<FunctionMethod> functions) {
    for (FunctionMethod function : functions) {
      if (function.trigger() instanceof Trigger.Http http) {
        String route = http.route().isEmpty() ? function.name() : http.route();
        String path = prefix.isEmpty() ? route : prefix + "/" + route;
        entries.add(new Entry(RouteTemplate.parse(path), http.methods(), function));
      }
    }
    entries.sort(Comparator.comparing(entry -> entry.template().precedence()));
  }

  /**
   * The first template that fits and lists the method: a method nobody lists is not found, rather
   * than not allowed.
   */
  Optional<Match> match(HttpMethod method, String rawPath) {
    for (Entry entry : entries) {
      if (entry.methods().isEmpty() || entry.methods().contains(method)) {
        Optional<Map<String, String>> values = entry.template().match(rawPath);
        if (values.isPresent()) {
          return values.map(found -> new Match(entry.function(), found));
        }
      }
    }
    return Optional.empty();
  }
}
