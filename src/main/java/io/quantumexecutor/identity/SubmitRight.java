package io.quantumexecutor.identity;

import io.quantumexecutor.workspace.AzureResources.Permission;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Which kind of role lets an identity submit jobs. */
enum SubmitRight {
  /** A role with the data action, such as Quantum Workspace Data Contributor. */
  DATA_ROLE,
  /** Only a role with the management action, such as Contributor. */
  MANAGEMENT_ROLE,
  NONE;

  private static final String WRITE_JOBS = "Microsoft.Quantum/Workspaces/jobs/write";

  /**
   * The right that effective permissions give: operations of a role are its actions without its
   * notActions; several roles add up (Azure documentation, "Understand Azure role definitions").
   */
  static SubmitRight of(List<Permission> permissions) {
    if (given(permissions, Permission::dataActions, Permission::notDataActions)) {
      return DATA_ROLE;
    }
    return given(permissions, Permission::actions, Permission::notActions) ? MANAGEMENT_ROLE : NONE;
  }

  private static boolean given(
      List<Permission> permissions,
      Function<Permission, List<String>> granted,
      Function<Permission, List<String>> withheld) {
    return permissions.stream()
        .anyMatch(each -> covers(granted.apply(each)) && !covers(withheld.apply(each)));
  }

  private static boolean covers(List<String> patterns) {
    return patterns.stream().anyMatch(SubmitRight::matches);
  }

  private static boolean matches(String pattern) {
    // Walked by hand: a hostile pattern of many stars would keep a regular expression busy.
    String rest = WRITE_JOBS.toLowerCase(Locale.ROOT);
    String[] parts = pattern.toLowerCase(Locale.ROOT).split(Pattern.quote("*"), -1);
    if (parts.length == 1) {
      return rest.equals(parts[0]);
    }
    String last = parts[parts.length - 1];
    if (!rest.startsWith(parts[0])) {
      return false;
    }
    rest = rest.substring(parts[0].length());
    for (int i = 1; i < parts.length - 1; i++) {
      int found = rest.indexOf(parts[i]);
      if (found < 0) {
        return false;
      }
      rest = rest.substring(found + parts[i].length());
    }
    return rest.endsWith(last);
  }
}
