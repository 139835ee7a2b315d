package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Place;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into tokens, one at a time; comments, pragmas and annotations are left out.
 *
 * <p>Nothing is kept of tokens given out: a text of millions of them must not fill the memory.
 */
final class Scanner {
  private static final Set<String> LONG_SYMBOLS =
      Set.of(
          "->", "==", "!=", "<=", ">=", "&&", "||", "<<", ">>", "**", "++", "+=", "-=", "*=", "/=",
          "%=", "&=", "|=", "^=");
  private static final String SYMBOLS = "()[]{};,:=<>+-*/%^@!~&|";
  private static final List<String> SHORT_SYMBOLS = List.of(SYMBOLS.split(""));
  private static final int MAX_WORD_LENGTH = 1_000;

  private final String text;
  private final Diagnostics diagnostics;
  private @Nullable Token found;
  private int at;
  private int line = 1;
  private int lineStart;
  private int lastLine;

  Scanner(String text, Diagnostics diagnostics) {
    this.text = text;
    this.diagnostics = diagnostics;
  }

  /** Goes on at a place that {@link #position} named before. */
  void goTo(Position position) {
    at = position.offset;
    line = position.line;
    lineStart = position.lineStart;
    lastLine = position.line;
  }

  /** Where the text is read next. */
  Position position() {
    return new Position(at, line, lineStart);
  }

  /** A place between two tokens. */
  record Position(int offset, int line, int lineStart) {}

  /** The next token; at the end of the text, and after too many errors, one of kind END. */
  Token next() {
    found = null;
    while (found == null && at < text.length() && !diagnostics.full()) {
      char c = text.charAt(at);
      if (c == '\n') {
        at++;
        line++;
        lineStart = at;
      } else if (Character.isWhitespace(c) || c == '\uFEFF') {
        at++;
      } else {
        scanToken(c);
      }
    }
    return found == null ? new Token(Token.Kind.END, "", here()) : found;
  }

  private void scanToken(char c) {
    if (isWordStart(c)) {
      word();
    } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
      number();
    } else if (c == '"' || c == '\'') {
      string(c);
    } else if (c == '/' && peek(1) == '/') {
      skipLine();
    } else if (c == '/' && peek(1) == '*') {
      skipBlock();
    } else if (c == '#' || (c == '@' && startsLine())) {
      skipLine();
    } else {
      symbol(c);
    }
  }

  private void word() {
    int end = at;
    while (end < text.length() && (isWordStart(text.charAt(end)) || isDigit(text.charAt(end)))) {
      end++;
    }
    boolean pragma = startsLine() && text.startsWith("pragma", at) && end == at + 6;
    if (pragma) {
      skipLine();
    } else if (end - at > MAX_WORD_LENGTH) {
      diagnostics.report(here(), "this name has more than " + MAX_WORD_LENGTH + " characters");
      add(Token.Kind.WORD, at + MAX_WORD_LENGTH);
      at = end;
    } else {
      add(Token.Kind.WORD, end);
    }
  }

  private void number() {
    int end = at;
    if (text.charAt(at) == '0' && at + 1 < text.length() && "xXoObB".indexOf(peek(1)) >= 0) {
      end = at + 2;
      while (end < text.length()
          && (Character.digit(text.charAt(end), 16) >= 0 || at(end) == '_')) {
        end++;
      }
      add(Token.Kind.INTEGER, end);
      return;
    }
    end = digits(end);
    boolean real = false;
    if (at(end) == '.') {
      real = true;
      end = digits(end + 1);
    }
    if (at(end) == 'e' || at(end) == 'E') {
      int sign = at(end + 1) == '+' || at(end + 1) == '-' ? 1 : 0;
      if (isDigit(at(end + 1 + sign))) {
        real = true;
        end = digits(end + 1 + sign);
      }
    }
    add(real ? Token.Kind.REAL : Token.Kind.INTEGER, end);
  }

  private int digits(int from) {
    int end = from;
    while (isDigit(at(end)) || (at(end) == '_' && end > from)) {
      end++;
    }
    return end;
  }

  private void string(char quote) {
    int end = at + 1;
    while (at(end) != quote && at(end) != '\n' && end < text.length()) {
      end++;
    }
    if (at(end) != quote) {
      diagnostics.report(here(), "this string has no closing quote on its line");
      at = end;
      return;
    }
    found(Token.Kind.STRING, text.substring(at + 1, end));
    at = end + 1;
  }

  private void skipLine() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end;
  }

  private void skipBlock() {
    int end = text.indexOf("*/", at + 2);
    if (end < 0) {
      diagnostics.report(here(), "this comment has no closing */");
      end = text.length();
    }
    for (; at < end; at++) {
      if (text.charAt(at) == '\n') {
        line++;
        lineStart = at + 1;
      }
    }
    at = Math.min(end + 2, text.length());
  }

  private void symbol(char c) {
    int known = SYMBOLS.indexOf(c);
    if (at + 1 < text.length() && LONG_SYMBOLS.contains(text.substring(at, at + 2))) {
      add(Token.Kind.SYMBOL, at + 2);
    } else if (known >= 0) {
      found(Token.Kind.SYMBOL, SHORT_SYMBOLS.get(known));
      at++;
    } else if (c == '$') {
      add(Token.Kind.WORD, digits(at + 1));
    } else {
      int width = Character.charCount(text.codePointAt(at));
      String shown = text.substring(at, at + width);
      diagnostics.report(here(), "the character '" + shown + "' has no meaning in OpenQASM");
      at += width;
    }
  }

  private void add(Token.Kind kind, int end) {
    found(kind, text.substring(at, end));
    at = end;
  }

  private void found(Token.Kind kind, String word) {
    found = new Token(kind, word, here());
    lastLine = line;
  }

  private Place here() {
    return new Place(line, at - lineStart + 1);
  }

  private boolean startsLine() {
    return lastLine < line;
  }

  private char peek(int ahead) {
    return at(at + ahead);
  }

  private char at(int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }

  private static boolean isWordStart(char c) {
    return c == '_' || (c < 128 ? Character.isLetter(c) : isUnicodeLetter(c));
  }

  /** Letters and letter numbers, as the OpenQASM 3 specification allows in identifiers. */
  private static boolean isUnicodeLetter(char c) {
    return Character.isLetter(c) || Character.getType(c) == Character.LETTER_NUMBER;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
