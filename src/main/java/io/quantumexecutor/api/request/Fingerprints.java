package io.quantumexecutor.api.request;

import io.quantumexecutor.job.IdempotencyKey;
import io.quantumexecutor.job.JobId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes (HMAC-SHA256, RFC 2104) by which repeated requests are recognised. */
public final class Fingerprints {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec secret;

  /**
   * Fingerprints under a secret.
   *
   * @param secret at least 32 bytes, the same on every instance
   */
  public Fingerprints(byte[] secret) {
    this.secret = new SecretKeySpec(secret, ALGORITHM);
  }

  /** The record of a caller's key and of the body it came with, whatever its client secret. */
  public IdempotencyKey key(String key, String body) {
    return new IdempotencyKey(hash("key\0" + key), hash("body\0" + Secrets.without(body)));
  }

  /** The record of a caller's key for running a job again. */
  public IdempotencyKey retryKey(String key, JobId earlier, String body) {
    return new IdempotencyKey(
        hash("key\0" + key), hash("retry\0" + earlier + "\0" + Secrets.without(body)));
  }

  private String hash(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
