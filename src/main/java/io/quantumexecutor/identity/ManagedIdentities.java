package io.quantumexecutor.identity;

import com.azure.core.credential.TokenCredential;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import org.jspecify.annotations.Nullable;

/** Credentials of the identity that the platform gives to this app. */
public final class ManagedIdentities {
  private ManagedIdentities() {}

  /**
   * The credential of a managed identity.
   *
   * @param clientId the user-assigned identity to use; null for the system-assigned one
   */
  public static TokenCredential credential(@Nullable String clientId) {
    ManagedIdentityCredentialBuilder builder = new ManagedIdentityCredentialBuilder().maxRetry(1);
    return clientId == null ? builder.build() : builder.clientId(clientId).build();
  }
}
