package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a text into tokens; comments, pragmas and annotations are left out. */
final class Scanner {
  private static final Set<String> LONG_SYMBOLS =
      Set.of(
          "->", "==", "!=", "<=", ">=", "&&", "||", "<<", ">>", "**", "++", "+=", "-=", "*=", "/=",
          "%=", "&=", "|=", "^=");
  private static final String SYMBOLS = "()[]{};,:=<>+-*/%^@!~&|";

  private final String text;
  private final Diagnostics diagnostics;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;

  Scanner(String text, Diagnostics diagnostics) {
    this.text = text;
    this.diagnostics = diagnostics;
  }

  /** All tokens, the last of kind END. */
  List<Token> scan() {
    while (at < text.length() && !diagnostics.full()) {
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
    tokens.add(new Token(Token.Kind.END, "", here()));
    return tokens;
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
    tokens.add(new Token(Token.Kind.STRING, text.substring(at + 1, end), here()));
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
    if (at + 1 < text.length() && LONG_SYMBOLS.contains(text.substring(at, at + 2))) {
      add(Token.Kind.SYMBOL, at + 2);
    } else if (SYMBOLS.indexOf(c) >= 0) {
      add(Token.Kind.SYMBOL, at + 1);
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
    tokens.add(new Token(kind, text.substring(at, end), here()));
    at = end;
  }

  private Place here() {
    return new Place(line, at - lineStart + 1);
  }

  private boolean startsLine() {
    return tokens.isEmpty() || tokens.get(tokens.size() - 1).place().line() < line;
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
