package io.quantumexecutor.circuit.qir;

import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramException;
import java.util.Set;

/** Splits LLVM text into tokens, one ahead; comments and white space vanish. */
final class QirScanner {
  /** What a token begins with, and so what it is. */
  enum Kind {
    /** Letters, digits and {@code $ . _ + -}: keywords, types, labels and numbers. */
    WORD,
    /** {@code %name}. */
    LOCAL,
    /** {@code @name}. */
    GLOBAL,
    /** {@code #3}. */
    GROUP,
    /** {@code !name}. */
    METADATA,
    /** Quoted text, a preceding {@code c} included in it. */
    STRING,
    /** One other character. */
    SIGN,
    END
  }

  /** A token; names come without their sigil and quotes. */
  record Token(Kind kind, String text, Place place) {
    boolean is(Kind expected, String value) {
      return kind == expected && text.equals(value);
    }
  }

  private final String source;
  private int at;
  private int line = 1;
  private int lineStart;
  private Token ahead;

  QirScanner(String source) {
    this.source = source;
    ahead = scan();
  }

  Token peek() {
    return ahead;
  }

  Token next() {
    Token token = ahead;
    ahead = token.kind == Kind.END ? token : scan();
    return token;
  }

  /** Whether the next token is this one; if so it is consumed. */
  boolean take(Kind kind, String text) {
    boolean matches = ahead.is(kind, text);
    if (matches) {
      next();
    }
    return matches;
  }

  /** Consumes tokens for as long as they are words or signs among these. */
  void skip(Set<String> texts) {
    while ((ahead.kind == Kind.WORD || ahead.kind == Kind.SIGN) && texts.contains(ahead.text)) {
      next();
    }
  }

  Token expect(Kind kind, String what) {
    if (ahead.kind != kind) {
      throw unexpected(what);
    }
    return next();
  }

  void expectSign(String sign) {
    if (!take(Kind.SIGN, sign)) {
      throw unexpected("\"" + sign + "\"");
    }
  }

  ProgramException unexpected(String wanted) {
    String found =
        ahead.kind == Kind.END
            ? "the end of the text"
            : "\"" + ProgramError.shortened(ahead.text) + "\"";
    return new ProgramException(error(ahead.place, "expected " + wanted + ", found " + found));
  }

  /** An error with the line it stands in. */
  ProgramError error(Place place, String message) {
    return new ProgramError(place.line(), place.column(), message, "");
  }

  /** Goes on after the line of the given token. */
  void skipLine(Token token) {
    int from = token.place.line();
    while (ahead.kind != Kind.END && ahead.place.line() <= from) {
      next();
    }
  }

  private Token scan() {
    skipBlanks();
    Place place = new Place(line, at - lineStart + 1);
    if (at >= source.length()) {
      return new Token(Kind.END, "", place);
    }
    if (atQuoted()) {
      return new Token(Kind.STRING, quoted(), place);
    }
    char first = source.charAt(at);
    return switch (first) {
      case '%' -> named(Kind.LOCAL, place);
      case '@' -> named(Kind.GLOBAL, place);
      case '#' -> named(Kind.GROUP, place);
      case '!' -> named(Kind.METADATA, place);
      default -> isWord(first) ? word(place) : new Token(Kind.SIGN, sign(), place);
    };
  }

  private void skipBlanks() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == ';') {
        int end = source.indexOf('\n', at);
        at = end < 0 ? source.length() : end;
      } else if (c == '\n') {
        at++;
        line++;
        lineStart = at;
      } else if (Character.isWhitespace(c)) {
        at++;
      } else {
        return;
      }
    }
  }

  private Token named(Kind kind, Place place) {
    at++;
    return new Token(kind, atQuoted() ? quoted() : letters(), place);
  }

  private Token word(Place place) {
    String text = letters();
    return text.equals("c") && atQuoted()
        ? new Token(Kind.STRING, quoted(), place)
        : new Token(Kind.WORD, text, place);
  }

  private String letters() {
    int start = at;
    while (at < source.length() && isWord(source.charAt(at))) {
      at++;
    }
    return source.substring(start, at);
  }

  private String sign() {
    at++;
    return source.substring(at - 1, at);
  }

  /** Whether a text begins here that is closed in its line; an open quote is a mere sign. */
  private boolean atQuoted() {
    return at < source.length() && source.charAt(at) == '"' && closingQuote() > 0;
  }

  private int closingQuote() {
    for (int i = at + 1; i < source.length() && source.charAt(i) != '\n'; i++) {
      if (source.charAt(i) == '"') {
        return i;
      }
    }
    return -1;
  }

  private String quoted() {
    int end = closingQuote();
    String text = source.substring(at + 1, end);
    at = end + 1;
    return text;
  }

  private static boolean isWord(char c) {
    boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return isLetter || (c >= '0' && c <= '9') || "_.$-+".indexOf(c) >= 0;
  }
}
