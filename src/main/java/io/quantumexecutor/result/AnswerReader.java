package io.quantumexecutor.result;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quantumexecutor.result.ResultFormatException.Code;
import java.io.IOException;

/** Reads parts of an answer, refusing what has another type with its JSON pointer. */
final class AnswerReader {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** More than any provider allows; keeps sums within a long. */
  private static final long MAX_COUNT = 1L << 40;

  private AnswerReader() {}

  static JsonNode parse(byte[] raw, ResultLimits limits) {
    try {
      AnswerWeight.check(raw, limits);
      JsonNode node = MAPPER.readTree(raw);
      if (node.isMissingNode()) {
        throw new ResultFormatException(Code.NOT_JSON, "the answer is empty");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw notJson(e.getOriginalMessage());
    } catch (IOException e) {
      // Bytes that look like UTF-16 or UTF-32 and are none.
      throw notJson(String.valueOf(e.getMessage()));
    }
  }

  private static ResultFormatException notJson(String why) {
    return new ResultFormatException(Code.NOT_JSON, "the answer is not JSON, or cut off: " + why);
  }

  static JsonNode object(JsonNode node, String pointer) {
    if (!node.isObject()) {
      throw ResultFormatException.shape(pointer, "an object is expected");
    }
    return node;
  }

  static JsonNode array(JsonNode node, String pointer) {
    if (!node.isArray()) {
      throw ResultFormatException.shape(pointer, "an array is expected");
    }
    return node;
  }

  static long count(JsonNode node, String pointer) {
    boolean fits = node.isIntegralNumber() && node.canConvertToLong();
    if (!fits || node.longValue() < 0 || node.longValue() > MAX_COUNT) {
      throw ResultFormatException.shape(pointer, "a count is expected");
    }
    return node.longValue();
  }

  static double probability(JsonNode node, String pointer) {
    double value = node.isNumber() ? node.doubleValue() : Double.NaN;
    if (!(value >= 0 && value <= 1 + Distribution.TOLERANCE)) {
      throw new ResultFormatException(
          Code.PROBABILITIES_OFF, pointer + ": a probability is expected");
    }
    return value;
  }

  /** The pointer to a member, escaped as RFC 6901 says. */
  static String member(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
