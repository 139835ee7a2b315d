package io.quantumexecutor.callback;

import io.quantumexecutor.job.Owner;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets that callbacks are signed with: one for each owner, derived from the deployment's key
 * (HMAC-SHA256, RFC 2104) and so never stored.
 */
final class CallbackKeys {
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;

  CallbackKeys(byte[] key) {
    this.key = key.clone();
  }

  /** 64 hexadecimal digits; these characters, and not the bytes they stand for, are the key. */
  String secretOf(Owner owner) {
    return hmac(key, "callback\0" + owner.key());
  }

  /**
   * The signature header: {@code t=} seconds since 1970, {@code v1=} the HMAC-SHA256 of that
   * number, a dot and the body.
   */
  String signature(Owner owner, Instant now, String body) {
    long time = now.getEpochSecond();
    byte[] secret = secretOf(owner).getBytes(StandardCharsets.US_ASCII);
    return "t=" + time + ",v1=" + hmac(secret, time + "." + body);
  }

  private static String hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
