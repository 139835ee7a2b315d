package io.quantumexecutor.storage;

import io.quantumexecutor.job.BadCursorException;
import io.quantumexecutor.job.Owner;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The place where a page of a list ended, as text: the last row key and a check that ties it to the
 * owner. The check keeps mistakes out, not attackers: the rows that a cursor can reach are always
 * the caller's own.
 */
final class ListCursor {
  private static final int POSITION = 16;
  private static final int CHECK = 8;

  private ListCursor() {}

  static String encode(Owner owner, String rowKey) {
    byte[] position = HexFormat.of().parseHex(rowKey.substring(JobKeys.NEWEST.length()));
    byte[] cursor = Arrays.copyOf(position, POSITION + CHECK);
    System.arraycopy(check(owner, position), 0, cursor, POSITION, CHECK);
    return Base64.getUrlEncoder().encodeToString(cursor);
  }

  /**
   * The row key in the cursor.
   *
   * @throws BadCursorException if the text is no cursor of this owner
   */
  static String decode(Owner owner, String text) {
    byte[] cursor = bytes(text);
    byte[] position = Arrays.copyOf(cursor, POSITION);
    boolean genuine =
        cursor.length == POSITION + CHECK
            && MessageDigest.isEqual(
                check(owner, position), Arrays.copyOfRange(cursor, POSITION, cursor.length));
    if (!genuine) {
      throw new BadCursorException();
    }
    return JobKeys.NEWEST + HexFormat.of().formatHex(position);
  }

  private static byte[] bytes(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new BadCursorException();
    }
  }

  private static byte[] check(Owner owner, byte[] position) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(position);
      return Arrays.copyOf(digest.digest(owner.key().getBytes(StandardCharsets.US_ASCII)), CHECK);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
