package io.quantumexecutor.callback;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which addresses may be called.
 *
 * @param testHosts hosts with their ports, {@code localhost:8443}, that every rule but https is
 *     lifted for; empty in production
 */
record CallbackRules(Set<String> testHosts) {
  private static final int MAX_LENGTH = 2_000;

  /**
   * A name with at least two labels, the last of which begins with a letter: not an address in any
   * notation, and not a machine next door.
   */
  private static final Pattern PUBLIC_NAME =
      Pattern.compile(
          "(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?",
          Pattern.CASE_INSENSITIVE);

  CallbackRules {
    testHosts = Set.copyOf(testHosts);
  }

  /** What is wrong with an address before its name is looked up. */
  Optional<String> refusal(URI address) {
    String host = address.getHost();
    if (!"https".equalsIgnoreCase(address.getScheme()) || host == null) {
      return Optional.of("must be an https address, such as https://example.com/jobs");
    }
    if (address.toString().length() > MAX_LENGTH) {
      return Optional.of("must have at most " + MAX_LENGTH + " characters");
    }
    if (address.getRawUserInfo() != null) {
      return Optional.of("must not hold a user name or password");
    }
    if (address.getRawFragment() != null) {
      return Optional.of("must not have a fragment (#…)");
    }
    return isForTests(address) ? Optional.empty() : ofPublic(host, address.getPort());
  }

  private static Optional<String> ofPublic(String host, int port) {
    if (port != -1 && port != 443) {
      return Optional.of("must use port 443");
    }
    return PUBLIC_NAME.matcher(host).matches()
        ? Optional.empty()
        : Optional.of("must have a full public host name, not an address or a local name");
  }

  /** Whether the name may lead there. */
  boolean permits(URI address, InetAddress found) {
    return isForTests(address) || PublicAddresses.has(found);
  }

  private boolean isForTests(URI address) {
    return testHosts.contains(address.getAuthority());
  }
}
