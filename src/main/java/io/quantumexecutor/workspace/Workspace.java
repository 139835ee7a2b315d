package io.quantumexecutor.workspace;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of an Azure Quantum workspace. Azure compares its parts without regard to case;
 * {@link #canonical()} is what to compare and to hash.
 *
 * @param subscription a GUID in lower case
 * @param group the resource group, as it was written
 * @param name the workspace, as it was written
 */
public record Workspace(String subscription, String group, String name) {
  private static final Pattern RESOURCE_ID =
      Pattern.compile(
          "/subscriptions/([^/]+)/resourceGroups/([^/]+)"
              + "/providers/Microsoft\\.Quantum/workspaces/([^/]+)/?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern GROUP = Pattern.compile("(?!.*\\.$)[A-Za-z0-9._()-]{1,90}");
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_-]{0,52}[A-Za-z0-9])?");

  /**
   * @throws IllegalArgumentException saying which part is wrong and how it has to look
   */
  public Workspace {
    require(GUID, subscription, "the subscription of a workspace must be a GUID");
    require(
        GROUP,
        group,
        "a resource group has 1 to 90 letters, digits and . _ - ( ), and does not end in a dot");
    require(
        NAME,
        name,
        "a workspace name has 1 to 54 letters, digits, - and _, and starts and ends with a letter"
            + " or digit");
    subscription = subscription.toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a resource id, its fixed words in any case.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static Workspace parse(String resourceId) {
    Matcher parts = RESOURCE_ID.matcher(resourceId);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "the resource id of a workspace looks like /subscriptions/{GUID}/resourceGroups/{group}"
              + "/providers/Microsoft.Quantum/workspaces/{name}; copy it from the workspace's"
              + " overview page");
    }
    return new Workspace(parts.group(1), parts.group(2), parts.group(3));
  }

  /** The resource id, group and name as they were written. */
  public String resourceId() {
    return "/subscriptions/"
        + subscription
        + "/resourceGroups/"
        + group
        + "/providers/Microsoft.Quantum/workspaces/"
        + name;
  }

  /** The resource id in lower case: equal for every spelling of one workspace. */
  public String canonical() {
    return resourceId().toLowerCase(Locale.ROOT);
  }

  private static void require(Pattern pattern, String value, String otherwise) {
    if (!pattern.matcher(value).matches()) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
