package io.quantumexecutor.job;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A job's id, a version 7 UUID (RFC 9562): ids made later sort later. It is also the id under which
 * the job is created at Azure Quantum.
 */
public record JobId(UUID value) implements Comparable<JobId> {
  private static final Pattern CANONICAL =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** Reads the canonical form in either case; anything else is no id. */
  public static Optional<JobId> parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return CANONICAL.matcher(lower).matches()
        ? Optional.of(new JobId(UUID.fromString(lower)))
        : Optional.empty();
  }

  /** When the id was made, to the millisecond. */
  public Instant madeAt() {
    return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
  }

  @Override
  public int compareTo(JobId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
