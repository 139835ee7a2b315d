package io.quantumexecutor.result.classiq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.circuit.classiq.OutputType;
import java.math.BigInteger;

/**
 * Makes values of bits as Classiq does: the first bit is least significant; two's complement if
 * signed; divided by 2 to the number of fraction digits, whole numbers staying whole.
 */
final class OutputValue {
  private static final int BITS_OF_INT = 31;
  private static final int BITS_OF_LONG = 63;

  private OutputValue() {}

  /**
   * The value of an output.
   *
   * @param bits characters 0 and 1, as many as the type takes, the first qubit's first
   */
  static JsonNode of(OutputType type, CharSequence bits) {
    if (type instanceof OutputType.Numeric number) {
      return number(number, bits);
    }
    if (type instanceof OutputType.Array array) {
      return array(array, bits);
    }
    if (type instanceof OutputType.Struct struct) {
      return struct(struct, bits);
    }
    if (type instanceof OutputType.Bit) {
      return IntNode.valueOf(bits.charAt(0) - '0');
    }
    throw new IllegalStateException("unknown type " + type.getClass());
  }

  /** How many values the value of an output is made of. */
  static long nodes(OutputType type) {
    if (type instanceof OutputType.Array array) {
      return 1 + array.length() * nodes(array.element());
    }
    if (type instanceof OutputType.Struct struct) {
      return 1 + struct.fields().values().stream().mapToLong(OutputValue::nodes).sum();
    }
    return 1;
  }

  private static JsonNode number(OutputType.Numeric type, CharSequence bits) {
    BigInteger value = new BigInteger(new StringBuilder(bits).reverse().toString(), 2);
    if (type.signed() && bits.charAt(bits.length() - 1) == '1') {
      value = value.subtract(BigInteger.ONE.shiftLeft(bits.length()));
    }
    return type.fractionDigits() == 0
        ? whole(value)
        : DoubleNode.valueOf(Math.scalb(value.doubleValue(), -type.fractionDigits()));
  }

  private static JsonNode whole(BigInteger value) {
    if (value.bitLength() <= BITS_OF_INT) {
      return IntNode.valueOf(value.intValue());
    }
    return value.bitLength() <= BITS_OF_LONG
        ? LongNode.valueOf(value.longValue())
        : BigIntegerNode.valueOf(value);
  }

  private static ArrayNode array(OutputType.Array type, CharSequence bits) {
    ArrayNode values = JsonNodeFactory.instance.arrayNode();
    int size = type.element().size();
    for (int i = 0; i < type.length(); i++) {
      values.add(of(type.element(), bits.subSequence(i * size, (i + 1) * size)));
    }
    return values;
  }

  private static ObjectNode struct(OutputType.Struct type, CharSequence bits) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    int at = 0;
    for (var field : type.fields().entrySet()) {
      int size = field.getValue().size();
      values.set(field.getKey(), of(field.getValue(), bits.subSequence(at, at + size)));
      at += size;
    }
    return values;
  }
}
