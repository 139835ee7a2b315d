package io.quantumexecutor.quantum;

import java.util.regex.Pattern;

/** Makes foreign text fit for names, messages and logs: no secrets, no control characters. */
final class Redaction {
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cf}]+");
  private static final Pattern SIGNATURE = Pattern.compile("(?i)([?&]|\\b)sig=[^&\\s\"']+");

  private Redaction() {}

  /** One line of at most so many characters, without signatures of signed addresses. */
  static String line(String text, int maxLength) {
    String unsigned = SIGNATURE.matcher(text).replaceAll("$1sig=REDACTED");
    String line = CONTROLS.matcher(unsigned).replaceAll(" ").strip();
    if (line.length() <= maxLength) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(maxLength - 1)) ? maxLength - 1 : maxLength;
    return line.substring(0, end).strip();
  }
}
