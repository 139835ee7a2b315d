package io.quantumexecutor.function;

import static java.util.stream.Collectors.toSet;

import io.quantumexecutor.identity.AccessPolicy;
import io.quantumexecutor.identity.CredentialSeal;
import io.quantumexecutor.workspace.Workspace;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Which identities callers may use, and where Azure answers about them.
 *
 * @param authority the token service of callers' applications
 * @param resourceManager Azure Resource Manager
 * @param seal seals client secrets; empty when no keyset is configured
 */
record AccessSettings(
    AccessPolicy policy, URI authority, URI resourceManager, Optional<CredentialSeal> seal) {

  static AccessSettings from(EnvironmentReader reader) {
    Set<Workspace> ours =
        reader.optional("PRIVATE_WORKSPACES", AccessSettings::workspaces).orElse(Set.of());
    boolean secrets = reader.optional("ALLOW_CLIENT_SECRETS", EnvironmentReader::flag).orElse(true);
    return new AccessSettings(
        AccessPolicy.of(ours, secrets),
        reader
            .optional("AZURE_AUTHORITY_HOST", AccessSettings::secureAddress)
            .orElse(URI.create("https://login.microsoftonline.com")),
        reader
            .optional("ARM_ENDPOINT", AccessSettings::secureAddress)
            .orElse(URI.create("https://management.azure.com")),
        reader.optional("CREDENTIAL_KEYSET", CredentialSeal::new));
  }

  private static Set<Workspace> workspaces(String list) {
    return Arrays.stream(list.split(",")).map(String::strip).map(Workspace::parse).collect(toSet());
  }

  /** Secrets and tokens go there: nothing but https. */
  private static URI secureAddress(String text) {
    URI address = URI.create(text);
    boolean bare = address.getRawPath() == null || address.getRawPath().matches("/?");
    if (!"https".equalsIgnoreCase(address.getScheme()) || address.getHost() == null || !bare) {
      throw new IllegalArgumentException("must be an https address without a path");
    }
    return URI.create("https://" + address.getRawAuthority());
  }
}
