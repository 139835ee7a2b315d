package io.quantumexecutor.local.host;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The app's settings, looked up as the host does. */
record HostEnvironment(Map<String, String> values) {
  private static final Pattern NAME = Pattern.compile("%([^%]+)%");

  HostEnvironment {
    values = Map.copyOf(values);
  }

  /**
   * Replaces every {@code %NAME%} by that setting.
   *
   * @throws HostException when a setting is missing
   */
  String resolve(String text) {
    return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(required(name.group(1))));
  }

  private String required(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new HostException("The setting " + name + " is missing: %" + name + "% names it");
    }
    return value;
  }

  /**
   * The connection string of a trigger; {@code AzureWebJobsNAME} goes before {@code NAME}, and no
   * name means {@code Storage}.
   *
   * @throws HostException when neither setting is there
   */
  String connection(String name) {
    String asked = name.isEmpty() ? "Storage" : name;
    return Optional.ofNullable(values.get("AzureWebJobs" + asked))
        .or(() -> Optional.ofNullable(values.get(asked)))
        .orElseThrow(
            () ->
                new HostException(
                    "The storage connection " + asked + " is missing: set AzureWebJobs" + asked));
  }

  /** Whether {@code AzureWebJobs.FUNCTION.Disabled} says so. */
  boolean isDisabled(String function) {
    String value = values.getOrDefault("AzureWebJobs." + function + ".Disabled", "");
    return value.equals("1") || value.toLowerCase(Locale.ROOT).equals("true");
  }
}
