package io.quantumexecutor.quantum;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * The storage hosts that inputs may go to and outputs may come from. Addresses of outputs come from
 * outside, so nothing else is ever called.
 *
 * @param suffixes ends of host names that are trusted over https on its own port, for example
 *     {@code .blob.core.windows.net}
 * @param listed {@code host:port} of servers that are trusted over http too and that carry the
 *     account as the first part of the path (a storage emulator)
 */
public record BlobHosts(List<String> suffixes, List<String> listed) {
  /** Azure's public cloud only. */
  public static final BlobHosts AZURE = new BlobHosts(List.of(".blob.core.windows.net"), List.of());

  /**
   * @throws IllegalArgumentException for a suffix that does not start with a dot
   */
  public BlobHosts {
    suffixes = suffixes.stream().map(BlobHosts::lower).toList();
    listed = listed.stream().map(BlobHosts::lower).toList();
    if (suffixes.stream().anyMatch(suffix -> !suffix.matches("\\.[a-z0-9-]+(\\.[a-z0-9-]+)+"))) {
      throw new IllegalArgumentException(
          "a suffix of storage hosts looks like .blob.core.windows.net: " + suffixes);
    }
  }

  boolean allows(URI address) {
    if (address.getHost() == null || address.getRawUserInfo() != null) {
      return false;
    }
    return isListed(address) || isTrusted(address);
  }

  /** Whether the server carries the account as the first part of the path. */
  boolean isListed(URI address) {
    String scheme = lower(String.valueOf(address.getScheme()));
    return (scheme.equals("http") || scheme.equals("https"))
        && listed.contains(lower(address.getHost() + ":" + address.getPort()));
  }

  private boolean isTrusted(URI address) {
    String host = lower(address.getHost());
    return "https".equalsIgnoreCase(address.getScheme())
        && (address.getPort() == -1 || address.getPort() == 443)
        && suffixes.stream().anyMatch(end -> host.endsWith(end) && host.length() > end.length());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
