package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tokens of a text with the helpers that parsers share. */
final class TokenStream {
  private final List<Token> tokens;
  private final int deepest;
  private final Set<String> skippedWords = new HashSet<>();
  private int next;
  private int depth;

  TokenStream(List<Token> tokens, int deepest) {
    this.tokens = tokens;
    this.deepest = deepest;
  }

  Token peek() {
    return tokens.get(next);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(next + ahead, tokens.size() - 1));
  }

  boolean atEnd() {
    return peek().kind() == Token.Kind.END;
  }

  Place place() {
    return peek().place();
  }

  Token advance() {
    Token token = peek();
    if (!atEnd()) {
      next++;
    }
    return token;
  }

  boolean check(String word) {
    return peek().is(word);
  }

  boolean match(String word) {
    boolean found = check(word);
    if (found) {
      next++;
    }
    return found;
  }

  Token consume(String word, String context) {
    if (!check(word)) {
      throw unexpected("'" + word + "' " + context);
    }
    return advance();
  }

  Token word(String what) {
    return kind(Token.Kind.WORD, what);
  }

  Token kind(Token.Kind kind, String what) {
    if (peek().kind() != kind) {
      throw unexpected(what);
    }
    return advance();
  }

  Refusal unexpected(String wanted) {
    return new Refusal(place(), "expected " + wanted + ", found " + peek().shown());
  }

  /** Consumes the symbol, or reports that it is missing and goes on. */
  void consumeLeniently(String word, String context, Diagnostics diagnostics) {
    if (!match(word)) {
      diagnostics.report(unexpected("'" + word + "' " + context));
    }
  }

  /** Goes one level of nesting deeper; every call is followed by {@link #leave}. */
  void enter() {
    if (++depth > deepest) {
      throw new Refusal.LimitReached(
          place(), "nested more than " + deepest + " levels deep: that is the limit");
    }
  }

  void leave() {
    depth--;
  }

  int position() {
    return next;
  }

  int depth() {
    return depth;
  }

  /** Skips the rest of the statement that began at a position, an error being found in it. */
  void recover(int start, int depthBefore) {
    depth = depthBefore;
    int braces = 0;
    for (int i = start; i < next; i++) {
      remember(tokens.get(i));
      braces += brace(tokens.get(i));
    }
    braces = Math.max(braces, 0);
    while (!atEnd() && !(braces == 0 && check("}"))) {
      Token token = advance();
      remember(token);
      braces += brace(token);
      if (braces == 0 && (token.is(";") || token.is("}"))) {
        return;
      }
    }
  }

  /** The words of statements with errors: what they declare must not be called undeclared. */
  Set<String> skippedWords() {
    return skippedWords;
  }

  private void remember(Token token) {
    if (token.kind() == Token.Kind.WORD) {
      skippedWords.add(token.text());
    }
  }

  private static int brace(Token token) {
    if (token.is("{")) {
      return 1;
    }
    return token.is("}") ? -1 : 0;
  }
}
