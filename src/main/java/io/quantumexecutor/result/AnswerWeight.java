package io.quantumexecutor.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads through an answer and adds up what its tree would take, before there is one. */
final class AnswerWeight {
  private static final JsonFactory FACTORY = new JsonFactory();

  /** A container, with its list or table and its place in another one. */
  private static final int CONTAINER = 96;

  /** An entry of a table with its name, also in the set that finds names given twice. */
  private static final int FIELD = 128;

  private static final int TEXT = 72;
  private static final int NUMBER = 28;

  /** A reference to a node that all share: Jackson keeps the integers from -1 to 10. */
  private static final int SHARED = 8;

  private final ResultLimits limits;
  private long bytes;
  private int depth;

  private AnswerWeight(ResultLimits limits) {
    this.limits = limits;
  }

  /**
   * Refuses what would take too much or is nested too deeply.
   *
   * @throws IOException if it is not JSON
   */
  static void check(byte[] raw, ResultLimits limits) throws IOException {
    AnswerWeight weight = new AnswerWeight(limits);
    try (JsonParser parser = FACTORY.createParser(raw)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        weight.add(token, parser);
      }
    }
  }

  private void add(JsonToken token, JsonParser parser) throws IOException {
    depth += token.isStructStart() ? 1 : 0;
    depth -= token.isStructEnd() ? 1 : 0;
    if (depth > limits.nesting()) {
      throw ResultSize.tooLarge("it is nested more than " + limits.nesting() + " deep");
    }
    bytes += weight(token, parser);
    if (bytes > limits.treeBytes()) {
      throw ResultSize.tooLarge("it has too many values");
    }
  }

  private static int weight(JsonToken token, JsonParser parser) throws IOException {
    return switch (token) {
      case START_ARRAY, START_OBJECT -> CONTAINER;
      case FIELD_NAME -> FIELD + parser.getTextLength();
      case VALUE_STRING -> TEXT + parser.getTextLength();
      case VALUE_NUMBER_FLOAT -> NUMBER;
      case VALUE_NUMBER_INT -> parser.getTextLength() == 1 ? SHARED : NUMBER;
      default -> SHARED;
    };
  }
}
