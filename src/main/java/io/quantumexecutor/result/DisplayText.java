package io.quantumexecutor.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Reads the display text of an outcome, for example {@code (1, [0, 1])}, into the JSON that the
 * later format has for it. Several values without parentheses around them are a tuple as well.
 */
final class DisplayText {
  private static final int DEEPEST = 64;

  private final String text;
  private final String pointer;
  private int at;
  private int read;

  private DisplayText(String text, String pointer) {
    this.text = text;
    this.pointer = pointer;
  }

  static JsonNode read(String text, String pointer) {
    DisplayText reader = new DisplayText(text.strip(), pointer);
    ArrayNode values = reader.values('\0', 0);
    return values.size() == 1 ? values.get(0) : tuple(values);
  }

  /** Values separated by commas up to the closing character, or to the end. */
  private ArrayNode values(char close, int depth) {
    ArrayNode values = JsonNodeFactory.instance.arrayNode();
    if (depth > DEEPEST) {
      throw unreadable();
    }
    if (next() == close) {
      at++;
      return values;
    }
    while (true) {
      values.add(value(depth));
      char separator = next();
      at++;
      if (separator == close) {
        return values;
      }
      if (separator != ',') {
        throw unreadable();
      }
    }
  }

  private JsonNode value(int depth) {
    // Each takes a hundred times its characters.
    ResultSize.width(++read);
    char first = next();
    if (first == '[') {
      at++;
      return values(']', depth + 1);
    }
    if (first == '(') {
      at++;
      return tuple(values(')', depth + 1));
    }
    int start = at;
    while (at < text.length() && ",[]() ".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (start == at) {
      throw unreadable();
    }
    return TextNode.valueOf(text.substring(start, at));
  }

  /** The next character after blanks; NUL at the end. */
  private char next() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private static ObjectNode tuple(ArrayNode values) {
    ObjectNode tuple = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < values.size(); i++) {
      tuple.set("Item" + (i + 1), values.get(i));
    }
    return tuple;
  }

  private ResultFormatException unreadable() {
    return ResultFormatException.shape(pointer, "the outcome cannot be read at character " + at);
  }
}
