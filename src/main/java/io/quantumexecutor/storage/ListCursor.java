package io.quantumexecutor.storage;

import io.quantumexecutor.job.BadCursorException;
import io.quantumexecutor.job.Owner;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of a list ended: the keys of its last row. It opens nothing: only who may see
 * everybody's jobs has the owner taken from it.
 */
record ListCursor(Owner owner, String rowKey) {
  private static final Pattern KEYS = Pattern.compile("([^/]+)/(j-[0-9a-f]{32})");

  static ListCursor after(TableRow last) {
    return new ListCursor(new Owner(last.partition()), last.key());
  }

  /**
   * The cursor of that text.
   *
   * @throws BadCursorException if there is none
   */
  static ListCursor parse(String text) {
    Matcher keys = KEYS.matcher(decoded(text));
    if (!keys.matches()) {
      throw new BadCursorException();
    }
    Owner owner = Owner.parse(keys.group(1)).orElseThrow(BadCursorException::new);
    return new ListCursor(owner, keys.group(2));
  }

  private static String decoded(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
    } catch (IllegalArgumentException e) {
      throw new BadCursorException();
    }
  }

  String text() {
    byte[] keys = (owner + "/" + rowKey).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().encodeToString(keys);
  }
}
