package io.quantumexecutor.target;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.quantumexecutor.circuit.classiq.OutputType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The stored form of a sent input: its meaning as one line of JSON (UTF-8, snake_case), a line
 * feed, and the bytes as they were sent. Properties that a newer version added are skipped.
 */
public final class SentInputFile {
  private static final byte END_OF_HEADER = '\n';

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addMixIn(OutputType.class, TypeByName.class)
          .addModule(
              new SimpleModule()
                  .addSerializer(LocalDate.class, ToStringSerializer.instance)
                  .addDeserializer(LocalDate.class, new DateReader()))
          .build();

  private SentInputFile() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = OutputType.Bit.class, name = "bit"),
    @JsonSubTypes.Type(value = OutputType.Numeric.class, name = "numeric"),
    @JsonSubTypes.Type(value = OutputType.Array.class, name = "array"),
    @JsonSubTypes.Type(value = OutputType.Struct.class, name = "struct")
  })
  private interface TypeByName {}

  private static final class DateReader extends FromStringDeserializer<LocalDate> {
    private static final long serialVersionUID = 1L;

    DateReader() {
      super(LocalDate.class);
    }

    @Override
    protected LocalDate _deserialize(String value, DeserializationContext context) {
      return LocalDate.parse(value);
    }
  }

  public static byte[] write(SentInput input) {
    try {
      byte[] header = MAPPER.writeValueAsBytes(input.meaning());
      return ByteBuffer.allocate(header.length + 1 + input.bytes().length)
          .put(header)
          .put(END_OF_HEADER)
          .put(input.bytes())
          .array();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a meaning can always be written", e);
    }
  }

  /**
   * Reads the stored form.
   *
   * @throws IllegalStateException if it is something else; its text is not in the message
   */
  public static SentInput read(byte[] file) {
    int end = 0;
    while (end < file.length && file[end] != END_OF_HEADER) {
      end++;
    }
    if (end == file.length) {
      throw new IllegalStateException("a stored input has no header");
    }
    try {
      return new SentInput(
          MAPPER.readValue(file, 0, end, SentInput.Meaning.class),
          Arrays.copyOfRange(file, end + 1, file.length));
    } catch (IOException e) {
      throw new IllegalStateException("the header of a stored input is unreadable");
    }
  }
}
