package io.quantumexecutor.storage;

import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** Row keys of table {@code jobs}. The key of a job sorts before those of older jobs. */
final class JobKeys {
  static final String NEWEST = "j-";
  static final String END = "j.";
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{1,128}");

  private JobKeys() {}

  /** {@code j-} and the complement of the id in hexadecimal. */
  static String job(JobId id) {
    UUID uuid = id.value();
    return String.format(
        Locale.ROOT,
        "j-%016x%016x",
        ~uuid.getMostSignificantBits(),
        ~uuid.getLeastSignificantBits());
  }

  /** Between the jobs made in that millisecond or later and those made before. */
  static String since(Instant time) {
    long millis = Math.min(Math.max(time.toEpochMilli(), 0), (1L << 48) - 1);
    return String.format(Locale.ROOT, "j-%012xg", ~millis & ((1L << 48) - 1));
  }

  static String program(JobId id) {
    return "p-" + id;
  }

  static String secret(JobId id) {
    return "s-" + id;
  }

  static String idempotency(String hash) {
    if (!HASH.matcher(hash).matches()) {
      throw new IllegalArgumentException("the hash of an idempotency key is hexadecimal");
    }
    return "k-" + hash;
  }

  /** Name of the blob of a program that is too large for a row. */
  static String blob(JobKey key) {
    return key.owner() + "/" + key.id();
  }
}
