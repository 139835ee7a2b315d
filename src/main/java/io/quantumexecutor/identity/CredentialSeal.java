package io.quantumexecutor.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.workspace.Access;
import io.quantumexecutor.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * Encrypts what a caller's application signs in with, for the time its job takes. The job's id is
 * the associated data: a sealed credential opens for its own job only.
 */
public final class CredentialSeal {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Aead aead;

  /**
   * A seal under a keyset.
   *
   * @param keyset a Tink keyset of AEAD keys as JSON; its primary key seals, all its enabled keys
   *     open
   * @throws IllegalArgumentException if it is none; the message does not show it
   */
  public CredentialSeal(String keyset) {
    try {
      AeadConfig.register();
      KeysetHandle handle =
          TinkJsonProtoKeysetFormat.parseKeyset(
              keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
      this.aead = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      // The cause may quote what it could not read.
      throw new IllegalArgumentException("is no Tink keyset of AEAD keys");
    }
  }

  byte[] seal(JobId job, Access.ServicePrincipal principal) {
    byte[] open =
        MAPPER
            .createObjectNode()
            .put("tenant", principal.tenant())
            .put("client", principal.client())
            .put("secret", principal.secret())
            .put("resource_id", principal.workspace().resourceId())
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    try {
      return aead.encrypt(open, associated(job));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the keyset parsed but does not encrypt", e);
    }
  }

  /** What was sealed for that job; empty if no key of the keyset opens it, or it is another's. */
  Optional<Access.ServicePrincipal> open(JobId job, byte[] sealed) {
    try {
      JsonNode open = MAPPER.readTree(aead.decrypt(sealed, associated(job)));
      return Optional.of(
          new Access.ServicePrincipal(
              open.path("tenant").asText(),
              open.path("client").asText(),
              open.path("secret").asText(),
              Workspace.parse(open.path("resource_id").asText()),
              null));
    } catch (GeneralSecurityException | JsonProcessingException notOurs) {
      return Optional.empty();
    } catch (IOException impossible) {
      throw new IllegalStateException("bytes in memory can be read", impossible);
    }
  }

  private static byte[] associated(JobId job) {
    return job.toString().getBytes(StandardCharsets.UTF_8);
  }
}
