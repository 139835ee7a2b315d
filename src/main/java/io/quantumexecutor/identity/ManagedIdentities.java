package io.quantumexecutor.identity;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Credentials of the identity that the platform gives to this app. */
public final class ManagedIdentities {
  /** The credential repeats by itself, three times: repeating its repeats takes too long. */
  static final RetryOptions NO_RETRIES =
      new RetryOptions(new FixedDelayOptions(0, Duration.ofMillis(1)));

  private ManagedIdentities() {}

  /**
   * The credential of a managed identity.
   *
   * @param clientId the user-assigned identity to use; null for the system-assigned one
   */
  public static TokenCredential credential(@Nullable String clientId) {
    ManagedIdentityCredentialBuilder builder =
        new ManagedIdentityCredentialBuilder().retryOptions(NO_RETRIES);
    return clientId == null ? builder.build() : builder.clientId(clientId).build();
  }
}
