package io.quantumexecutor.local.emulator;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the filters that clients of the service write: terms joined by {@code and}, each of them a
 * prefix test on the name, a group of alternatives of one property, or a bound on the day of
 * creation. Anything else is refused.
 */
final class ItemFilter {
  private static final Pattern PREFIX = Pattern.compile("startswith\\(Name, ?'([^']*)'\\)");
  private static final Pattern GROUP = Pattern.compile("\\(([^()]*)\\)");
  private static final Pattern EQUALITY =
      Pattern.compile("(ItemType|JobType|ProviderId|Target|State) eq '([^']*)'");
  private static final Pattern BOUND =
      Pattern.compile("CreationTime (ge|le) (\\d{4}-\\d{2}-\\d{2})");

  private final String text;
  private int position;

  private ItemFilter(String text) {
    this.text = text;
  }

  static Predicate<WorkspaceItem> parse(String text) {
    ItemFilter filter = new ItemFilter(text);
    Predicate<WorkspaceItem> all = filter.term();
    while (filter.position < text.length()) {
      filter.and();
      all = all.and(filter.term());
    }
    return all;
  }

  private Predicate<WorkspaceItem> term() {
    Matcher prefix = at(PREFIX);
    if (prefix.lookingAt()) {
      position = prefix.end();
      String start = prefix.group(1);
      return item -> item.name().startsWith(start);
    }
    Matcher group = at(GROUP);
    if (group.lookingAt()) {
      position = group.end();
      return alternatives(group.group(1));
    }
    Matcher bound = at(BOUND);
    if (bound.lookingAt()) {
      position = bound.end();
      return bound(bound.group(1), bound.group(2));
    }
    throw refused();
  }

  private Predicate<WorkspaceItem> alternatives(String group) {
    Set<String> values = new HashSet<>();
    String property = "";
    for (String part : group.split(" or ", -1)) {
      Matcher equality = EQUALITY.matcher(part);
      if (!equality.matches() || !(property.isEmpty() || property.equals(equality.group(1)))) {
        throw refused();
      }
      property = equality.group(1);
      values.add(equality.group(2).toLowerCase(Locale.ROOT));
    }
    String name = property;
    return item -> values.contains(item.property(name).toLowerCase(Locale.ROOT));
  }

  /** Both bounds are whole days and include theirs. */
  private Predicate<WorkspaceItem> bound(String comparison, String date) {
    LocalDate day;
    try {
      day = LocalDate.parse(date);
    } catch (DateTimeException e) {
      throw new ServiceError(400, "InvalidQuery", "'%s' is not a date.".formatted(date), e);
    }
    Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant next = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return comparison.equals("ge")
        ? item -> !item.created().isBefore(start)
        : item -> item.created().isBefore(next);
  }

  private void and() {
    if (!text.startsWith(" and ", position)) {
      throw refused();
    }
    position += " and ".length();
  }

  private Matcher at(Pattern pattern) {
    return pattern.matcher(text).region(position, text.length());
  }

  private ServiceError refused() {
    return new ServiceError(
        400,
        "InvalidQuery",
        "The filter is not understood from character %d on: %s"
            .formatted(position + 1, text.substring(position)));
  }
}
