package io.quantumexecutor.local.host;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads .NET's {@code TimeSpan} in its constant form {@code [d.]hh:mm:ss[.fffffff]} (.NET
 * documentation).
 */
final class TimeSpan {
  private static final Pattern FORM =
      Pattern.compile("(?:(\\d+)\\.)?(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,7}))?)?");

  private TimeSpan() {}

  static boolean matches(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * Reads a time span.
   *
   * @throws IllegalArgumentException for any other text
   */
  static Duration parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException('"' + text + "\" is no time span such as 00:00:30");
    }
    String fraction = parts.group(5) == null ? "" : parts.group(5);
    return Duration.ofDays(number(parts.group(1)))
        .plusHours(number(parts.group(2)))
        .plusMinutes(number(parts.group(3)))
        .plusSeconds(number(parts.group(4)))
        .plusNanos(100L * number((fraction + "0000000").substring(0, 7)));
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
