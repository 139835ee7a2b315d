package io.quantumexecutor.identity;

/**
 * Azure CLI commands that mend a step (Azure CLI reference, {@code az role}, {@code az ad}, {@code
 * az quantum}). Everything put into them was checked to be a GUID, a domain or a name without any
 * character that a shell reads.
 */
final class Commands {
  /** The role's name and built-in id (Azure documentation, "Azure built-in roles"). */
  static final String ROLE = "Quantum Workspace Data Contributor";

  private static final String ROLE_ID = "c1410b24-3e69-4857-8f86-4d0a2e603250";

  private Commands() {}

  static String assignRole(Identity identity) {
    String assignee =
        identity.client() == null
            ? "--assignee-object-id \"$PRINCIPAL_ID\" --assignee-principal-type ServicePrincipal"
            : "--assignee \"" + identity.client() + "\"";
    return "az role assignment create "
        + assignee
        + " --role "
        + ROLE_ID
        + " --scope \""
        + identity.workspace().resourceId()
        + "\"";
  }

  static String newSecret(Identity identity) {
    return "az ad app credential reset --id \"" + identity.client() + "\" --append";
  }

  static String findApplication(Identity identity) {
    return "az ad sp show --id \"" + identity.client() + "\"";
  }

  static String showTenant(Identity identity) {
    return "az account show --subscription "
        + identity.workspace().subscription()
        + " --query tenantId -o tsv";
  }

  static String showWorkspace(Identity identity) {
    return "az quantum workspace show -g \""
        + identity.workspace().group()
        + "\" -w \""
        + identity.workspace().name()
        + "\"";
  }

  static String offerings() {
    return "az quantum offerings list -l \"$LOCATION\" -o table";
  }
}
