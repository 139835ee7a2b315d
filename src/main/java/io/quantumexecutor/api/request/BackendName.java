package io.quantumexecutor.api.request;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Classiq's backend strings: {@code provider/name}; without a slash the provider is Classiq itself.
 */
final class BackendName {
  private static final Set<String> OTHERS =
      Set.of(
          "ibm",
          "braket",
          "ionq",
          "classiq",
          "google",
          "alice&bob",
          "oqc",
          "intel",
          "aqt",
          "cineca",
          "softbank");

  private BackendName() {}

  /** The target's name; empty for a string that names none on Azure, which is then noted. */
  static Optional<String> parse(Fields request, String text) {
    String[] parts = text.strip().split("/", -1);
    if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
      request.wrong("backend", "must look like \"azure/ionq.simulator\"");
      return Optional.empty();
    }
    String provider = parts[0].strip().toLowerCase(Locale.ROOT);
    if (!provider.equals("azure")) {
      request.wrong("backend", wrongProvider(provider));
      return Optional.empty();
    }
    return Optional.of(parts[1].strip());
  }

  private static String wrongProvider(String provider) {
    if (OTHERS.contains(provider)) {
      return "only backends of Azure Quantum run here: \"azure/…\"";
    }
    return provider.contains("microsoft")
        ? "unknown provider; did you mean \"azure/…\"?"
        : "unknown provider; only \"azure/…\" runs here";
  }
}
