package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The options of a list request: filter, order, and which page.
 *
 * @param top page size
 */
record ItemQuery(Optional<String> filter, Optional<String> orderby, int skip, int top) {
  private static final int DEFAULT_TOP = 100;

  static ItemQuery of(EmulatorRequest request) {
    Map<String, String> query = request.query();
    return new ItemQuery(
        Optional.ofNullable(query.get("filter")),
        Optional.ofNullable(query.get("orderby")),
        number(query, "skip", 0, 0),
        number(query, "top", DEFAULT_TOP, 1));
  }

  private static int number(Map<String, String> query, String name, int fallback, int least) {
    String text = query.getOrDefault(name, Integer.toString(fallback));
    if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= least) {
      return Integer.parseInt(text);
    }
    throw new ServiceError(
        400, "InvalidQuery", "%s must be a number from %d on.".formatted(name, least));
  }

  /** Answers one page of items that are given in order of creation. */
  EmulatorResponse page(EmulatorRequest request, Stream<ListedItem> items) {
    Stream<ListedItem> selected = items;
    if (filter.isPresent()) {
      Predicate<WorkspaceItem> test = ItemFilter.parse(filter.get());
      selected = selected.filter(item -> test.test(item.description()));
    }
    if (orderby.isPresent()) {
      selected =
          selected.sorted(Comparator.comparing(ListedItem::description, order(orderby.get())));
    }
    List<ListedItem> rest = selected.skip(skip).limit(top + 1L).toList();
    ObjectNode body = EmulatorJson.object();
    ArrayNode value = body.putArray("value");
    rest.stream().limit(top).forEach(item -> value.add(item.show().get()));
    body.put("nextLink", rest.size() > top ? nextLink(request) : null);
    return EmulatorResponse.ok(body);
  }

  private static Comparator<WorkspaceItem> order(String orderby) {
    String[] words = orderby.split(" ", -1);
    if (words.length != 2 || !(words[1].equals("asc") || words[1].equals("desc"))) {
      throw new ServiceError(
          400, "InvalidQuery", "orderby must be a property and asc or desc: " + orderby);
    }
    Comparator<WorkspaceItem> ascending =
        words[0].equals("CreationTime")
            ? Comparator.comparing(WorkspaceItem::created)
            : Comparator.comparing(item -> item.property(words[0]));
    return words[1].equals("asc") ? ascending : ascending.reversed();
  }

  private String nextLink(EmulatorRequest request) {
    StringBuilder link = new StringBuilder(request.base()).append(request.path()).append('?');
    filter.ifPresent(text -> link.append("filter=").append(encode(text)).append('&'));
    orderby.ifPresent(text -> link.append("orderby=").append(encode(text)).append('&'));
    return link.append("top=%d&skip=%d".formatted(top, skip + top))
        .append("&api-version=")
        .append(request.query().get("api-version"))
        .toString();
  }

  /** As the service encodes: parentheses bare, commas in lower case. */
  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%28", "(")
        .replace("%29", ")")
        .replace("%2C", "%2c");
  }
}
