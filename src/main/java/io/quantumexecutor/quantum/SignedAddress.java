package io.quantumexecutor.quantum;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/**
 * The address of a blob or container, perhaps with a shared access signature in its query (Azure
 * Storage documentation, "service SAS"). Its text form hides the query.
 */
record SignedAddress(URI uri) {
  private static final Duration MARGIN = Duration.ofMinutes(5);

  /** Whether the signature is there and lasts for the next minutes. */
  boolean isUsable(Instant now) {
    return expiry().map(expiry -> expiry.isAfter(now.plus(MARGIN))).orElse(false);
  }

  URI withoutSignature() {
    String text = uri.toString();
    int query = text.indexOf('?');
    return query < 0 ? uri : URI.create(text.substring(0, query));
  }

  /** A blob of this container, with the container's signature. */
  SignedAddress blob(String name) {
    String base = withoutSignature().toString();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String slash = base.endsWith("/") ? "" : "/";
    return new SignedAddress(URI.create(base + slash + name + query));
  }

  /** The signed end of validity; a date alone means its first moment. */
  private Optional<Instant> expiry() {
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    return Arrays.stream(query.split("&", -1))
        .filter(pair -> pair.startsWith("se="))
        .findFirst()
        .flatMap(pair -> instant(URLDecoder.decode(pair.substring(3), StandardCharsets.UTF_8)));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(
          text.contains("T")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return withoutSignature().toString();
  }
}
