package io.quantumexecutor.identity;

import com.azure.core.credential.TokenCredential;
import com.azure.identity.ClientSecretCredentialBuilder;
import io.quantumexecutor.workspace.Access;
import java.net.URI;
import java.util.Set;

/** Makes the credentials that tokens are asked for with. Making one calls nobody. */
public final class Credentials {
  /** The authorities that azure-identity knows without asking a public service about them. */
  private static final Set<String> KNOWN =
      Set.of(
          "login.microsoftonline.com",
          "login.microsoftonline.us",
          "login.chinacloudapi.cn",
          "login.partner.microsoftonline.cn");

  private final TokenCredential ours;
  private final URI authority;

  /**
   * @param ours our managed identity
   * @param authority the token service, for example {@code https://login.microsoftonline.com}
   */
  public Credentials(TokenCredential ours, URI authority) {
    this.ours = ours;
    this.authority = authority;
  }

  URI authority() {
    return authority;
  }

  TokenCredential ours() {
    return ours;
  }

  TokenCredential of(Access.ServicePrincipal principal) {
    ClientSecretCredentialBuilder builder =
        new ClientSecretCredentialBuilder()
            .authorityHost(authority.toString())
            .tenantId(principal.tenant())
            .clientId(principal.client())
            .clientSecret(principal.secret())
            .retryOptions(ManagedIdentities.NO_RETRIES);
    return KNOWN.contains(authority.getHost())
        ? builder.build()
        : builder.disableInstanceDiscovery().build();
  }
}
