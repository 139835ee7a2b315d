package io.quantumexecutor.workspace;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An Azure region by its short name, for example {@code eastus}. It becomes part of a host name, so
 * nothing but plain letters and digits gets in.
 */
public record Location(String name) {
  private static final Pattern WRITTEN = Pattern.compile("[A-Za-z0-9 ]{1,80}");
  private static final Pattern SHORT = Pattern.compile("[a-z0-9]{3,40}");

  public Location {
    if (!SHORT.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a location is an Azure region such as eastus or \"East US\": 3 to 40 letters and"
              + " digits");
    }
  }

  /**
   * Reads a short name or a display name ("East US").
   *
   * @throws IllegalArgumentException for anything that cannot be a region
   */
  public static Location parse(String written) {
    // Checked before lower-casing, which turns some letters outside ASCII into plain ones.
    boolean plain = WRITTEN.matcher(written).matches();
    return new Location(plain ? written.replace(" ", "").toLowerCase(Locale.ROOT) : "");
  }

  @Override
  public String toString() {
    return name;
  }
}
