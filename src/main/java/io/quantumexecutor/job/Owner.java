package io.quantumexecutor.job;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whose job it is, as the key under which everything of that owner is stored.
 *
 * @param key lower-case letters and digits only, so that it is safe in table keys and blob names
 */
public record Owner(String key) {
  private static final Pattern SAFE = Pattern.compile("[a-z0-9]{1,64}");

  public Owner {
    if (!SAFE.matcher(key).matches()) {
      throw new IllegalArgumentException("an owner key has 1 to 64 lower-case letters and digits");
    }
  }

  /** The owner of that key; empty if it cannot be one. */
  public static Optional<Owner> parse(String key) {
    return SAFE.matcher(key).matches() ? Optional.of(new Owner(key)) : Optional.empty();
  }

  @Override
  public String toString() {
    return key;
  }
}
