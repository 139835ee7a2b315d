package io.quantumexecutor.job;

import java.util.regex.Pattern;

/**
 * Names a workspace together with the identity that it is reached under: what is cached and stored
 * for both goes by it. It is the partition of the active rows of all jobs that run there.
 *
 * @param value lower-case letters and digits only, so that it is safe in table keys
 */
public record IdentityKey(String value) {
  private static final Pattern SAFE = Pattern.compile("[a-z0-9]{1,64}");

  public IdentityKey {
    if (!SAFE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "an identity key has 1 to 64 lower-case letters and digits");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
