package io.quantumexecutor.local.host;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of an NCRONTAB expression, in its order. */
enum NcrontabField {
  SECOND(0, 59, List.of()),
  MINUTE(0, 59, List.of()),
  HOUR(0, 23, List.of()),
  DAY_OF_MONTH(1, 31, List.of()),
  MONTH(
      1,
      12,
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")),
  DAY_OF_WEEK(0, 6, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

  private static final Pattern ITEM = Pattern.compile("(?:\\*|(\\w+)(?:-(\\w+))?)(?:/(\\d{1,4}))?");

  private final int least;
  private final int most;
  private final List<String> names;

  NcrontabField(int least, int most, List<String> names) {
    this.least = least;
    this.most = most;
    this.names = names;
  }

  /** The values a field's text allows. */
  BitSet parse(String text) {
    BitSet values = new BitSet();
    for (String item : text.split(",", -1)) {
      add(item, values);
    }
    return values;
  }

  private void add(String item, BitSet values) {
    Matcher parts = ITEM.matcher(item);
    if (!parts.matches()) {
      throw wrong(item);
    }
    String first = parts.group(1);
    String last = parts.group(2);
    String step = parts.group(3);
    int from = first == null ? least : value(first);
    boolean single = first != null && last == null && step == null;
    int to = single ? from : value(last, most);
    int every = step == null ? 1 : Integer.parseInt(step);
    if (every == 0 || from > to) {
      throw wrong(item);
    }
    for (int value = from; value <= to; value += every) {
      values.set(value);
    }
  }

  private int value(@Nullable String word, int otherwise) {
    return word == null ? otherwise : value(word);
  }

  private int value(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (int i = 0; i < names.size(); i++) {
      // Names may be written out: only their first three letters count.
      if (lower.startsWith(names.get(i))) {
        return least + i;
      }
    }
    if (!word.matches("\\d{1,2}")) {
      throw wrong(word);
    }
    int value = Integer.parseInt(word);
    if (value < least || value > most) {
      throw wrong(word);
    }
    return value;
  }

  private IllegalArgumentException wrong(String part) {
    return new IllegalArgumentException(
        "the field "
            + name().toLowerCase(Locale.ROOT).replace('_', ' ')
            + " of a schedule takes "
            + least
            + " to "
            + most
            + ", and not \""
            + part
            + '"');
  }
}
