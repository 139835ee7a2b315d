package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Place;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a text, read as they are asked for, with the helpers that parsers share.
 *
 * <p>At most two are held ahead; what a statement with an error was made of is read once more.
 */
final class TokenStream {
  private final String text;
  private final Scanner scanner;
  private final Budget budget;
  private final Set<String> skippedWords = new HashSet<>();
  private Scanner.Position position;
  private Scanner.Position afterFirst;
  private Token first;
  private @Nullable Token second;
  private int braces;
  private int depth;

  TokenStream(String text, Diagnostics diagnostics, Budget budget) {
    this.text = text;
    this.budget = budget;
    scanner = new Scanner(text, diagnostics);
    position = scanner.position();
    first = scanner.next();
    afterFirst = scanner.position();
  }

  Token peek() {
    return first;
  }

  /** The token after the next. */
  Token peekSecond() {
    if (second == null) {
      second = scanner.next();
    }
    return second;
  }

  boolean atEnd() {
    return first.kind() == Token.Kind.END;
  }

  Place place() {
    return first.place();
  }

  Token advance() {
    Token token = first;
    if (!atEnd()) {
      braces += brace(token);
      position = afterFirst;
      first = peekSecond();
      second = null;
      afterFirst = scanner.position();
    }
    return token;
  }

  boolean check(String word) {
    return peek().is(word);
  }

  boolean match(String word) {
    boolean found = check(word);
    if (found) {
      advance();
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

  /** Counts a statement or expression that is being built. */
  void part() {
    budget.part(place());
  }

  /** Goes one level of nesting deeper; every call is followed by {@link #leave}. */
  void enter() {
    if (++depth > budget.nesting()) {
      throw new Refusal.LimitReached(
          place(), "nested more than " + budget.nesting() + " levels deep: that is the limit");
    }
  }

  void leave() {
    depth--;
  }

  /** Where a statement begins. */
  record Mark(Scanner.Position position, int braces, int depth) {}

  Mark mark() {
    return new Mark(position, braces, depth);
  }

  /** Skips the rest of the statement that began at a mark, an error being found in it. */
  void recover(Mark start) {
    depth = start.depth;
    remember(start.position);
    int open = Math.max(braces - start.braces, 0);
    while (!atEnd() && !(open == 0 && check("}"))) {
      Token token = advance();
      budget.work(1);
      remember(token);
      open += brace(token);
      if (open == 0 && (token.is(";") || token.is("}"))) {
        return;
      }
    }
  }

  /** The words of statements with errors: what they declare must not be called undeclared. */
  Set<String> skippedWords() {
    return skippedWords;
  }

  /** The words from a position up to the next token. */
  private void remember(Scanner.Position from) {
    budget.work((position.offset() - from.offset()) / 4);
    Scanner again = new Scanner(text, new Diagnostics(""));
    again.goTo(from);
    Token token = again.next();
    while (token.kind() != Token.Kind.END && again.position().offset() <= position.offset()) {
      remember(token);
      token = again.next();
    }
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
