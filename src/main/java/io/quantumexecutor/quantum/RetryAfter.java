package io.quantumexecutor.quantum;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Retry-After header, in seconds or as a date (RFC 9110 section 10.2.3). */
final class RetryAfter {
  /** A service that asks for more is asked again after this. */
  static final Duration MAX = Duration.ofHours(1);

  private static final Pattern SECONDS = Pattern.compile("\\d+");
  private static final int DIGITS_OF_AN_HOUR = 4;

  private RetryAfter() {}

  /** At most an hour; empty for what lies in the past or cannot be read. */
  static Optional<Duration> parse(String header, Instant now) {
    String value = header.trim();
    return SECONDS.matcher(value).matches() ? seconds(value) : date(value, now);
  }

  private static Optional<Duration> seconds(String digits) {
    String significant = digits.replaceFirst("^0+(?=\\d)", "");
    return significant.length() > DIGITS_OF_AN_HOUR
        ? Optional.of(MAX)
        : Optional.of(capped(Duration.ofSeconds(Long.parseLong(significant))));
  }

  private static Optional<Duration> date(String value, Instant now) {
    try {
      Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return then.isBefore(now)
          ? Optional.empty()
          : Optional.of(capped(Duration.between(now, then)));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Duration capped(Duration asked) {
    return asked.compareTo(MAX) > 0 ? MAX : asked;
  }
}
