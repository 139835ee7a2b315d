package io.quantumexecutor.api.request;

/**
 * Tells the language of a program by its words, in one pass over the text: comments and white space
 * may be anywhere and of any length.
 */
final class ProgramLanguage {
  /** What a text is written in. */
  enum Name {
    OPENQASM,
    QMOD,
    UNKNOWN
  }

  /** How much of {@code qfunc name(} or {@code qfunc name<} has just been read. */
  private enum Head {
    NOTHING,
    KEYWORD,
    KEYWORD_AND_SPACE,
    NAME
  }

  private final String text;
  private int at;
  private boolean lineIsBlank = true;
  private boolean commentsAreClosed = true;
  private Head head = Head.NOTHING;
  private boolean hasOpenQasm;
  private boolean hasQmod;

  private ProgramLanguage(String text) {
    this.text = text;
  }

  /**
   * The language: OpenQASM begins a line with its version or declares qubits, Qmod defines a {@code
   * qfunc}.
   */
  static Name of(String text) {
    ProgramLanguage reading = new ProgramLanguage(text);
    while (reading.at < text.length() && !reading.hasQmod) {
      reading.step();
    }
    if (reading.hasQmod) {
      return Name.QMOD;
    }
    return reading.hasOpenQasm ? Name.OPENQASM : Name.UNKNOWN;
  }

  private void step() {
    int afterComment = afterComment();
    char c = text.charAt(at);
    if (afterComment > at) {
      at = afterComment;
      space();
    } else if (isWordPart(c)) {
      word();
    } else {
      at++;
      other(c);
    }
  }

  /** Where the text goes on if a comment begins here, else here; an open comment is none. */
  private int afterComment() {
    if (text.startsWith("//", at)) {
      int end = text.indexOf('\n', at);
      return end < 0 ? text.length() : end;
    }
    if (commentsAreClosed && text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      commentsAreClosed = end >= 0;
      return end < 0 ? at : end + 2;
    }
    return at;
  }

  private void word() {
    int start = at;
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
    String word = at - start > "OPENQASM".length() ? "" : text.substring(start, at);
    hasOpenQasm |=
        word.equals("qreg") || word.equals("qubit") || (lineIsBlank && word.equals("OPENQASM"));
    if (word.equals("qfunc")) {
      head = Head.KEYWORD;
    } else {
      head = head == Head.KEYWORD_AND_SPACE ? Head.NAME : Head.NOTHING;
    }
    lineIsBlank = false;
  }

  private void space() {
    if (head == Head.KEYWORD) {
      head = Head.KEYWORD_AND_SPACE;
    }
  }

  private void other(char c) {
    if (Character.isWhitespace(c)) {
      lineIsBlank |= c == '\n' || c == '\r';
      space();
    } else {
      hasQmod = head == Head.NAME && (c == '(' || c == '<');
      head = Head.NOTHING;
      lineIsBlank = false;
    }
  }

  private static boolean isWordPart(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }
}
