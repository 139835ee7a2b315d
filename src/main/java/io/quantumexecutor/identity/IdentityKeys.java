package io.quantumexecutor.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Names identities by a keyed hash (HMAC-SHA256, RFC 2104). The secret is part of what is hashed:
 * who knows somebody's ids but not the secret gets another key, and so never anything cached under
 * that one.
 */
public final class IdentityKeys {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int MIN_KEY = 32;
  private static final int ABSENT = -1;

  private final SecretKeySpec key;

  /**
   * @param key at least 32 bytes, the same on all instances and over time
   * @throws IllegalArgumentException for a shorter key
   */
  public IdentityKeys(byte[] key) {
    if (key.length < MIN_KEY) {
      throw new IllegalArgumentException(
          "the identity key must have at least 32 bytes, it has " + key.length);
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** 64 lower-case hexadecimal digits, safe as a table's partition key. */
  public String of(Identity identity) {
    Mac mac = mac();
    add(mac, lower(identity.authority()));
    add(mac, lower(identity.tenant()));
    add(mac, lower(identity.client()));
    add(mac, identity.secret());
    add(mac, identity.workspace().canonical());
    return HexFormat.of().formatHex(mac.doFinal());
  }

  // Lengths go in front, so that moving characters from one part to the next changes the hash.
  private static void add(Mac mac, @Nullable String part) {
    byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
    int length = part == null ? ABSENT : bytes.length;
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
    mac.update(bytes);
  }

  private static @Nullable String lower(@Nullable String part) {
    return part == null ? null : part.toLowerCase(Locale.ROOT);
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
    }
  }
}
