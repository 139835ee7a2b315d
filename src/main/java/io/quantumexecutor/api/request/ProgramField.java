package io.quantumexecutor.api.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.api.view.ApiJson;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.circuit.classiq.ClassiqProgram;
import io.quantumexecutor.job.Program;
import io.quantumexecutor.target.CircuitFormats;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the field {@code program} in all the forms it may have. */
final class ProgramField {
  private static final String NAME = "program";
  private static final String SYNTHESIZE =
      "this is Qmod source, which is not a circuit yet: synthesize it with Classiq and send the"
          + " quantum program";

  private ProgramField() {}

  /** The program; empty when it is missing or wrong, which is then noted. */
  static Optional<Program> read(Fields fields) {
    Optional<JsonNode> value = fields.any(NAME);
    if (value.isEmpty()) {
      fields.wrong(NAME, "is required: the program as text or as an object");
      return Optional.empty();
    }
    if (value.get().isTextual()) {
      return text(fields, value.get().textValue());
    }
    if (!value.get().isObject()) {
      fields.wrong(NAME, "must be a string or an object");
      return Optional.empty();
    }
    return object(value.get()).or(() -> fields.object(NAME).flatMap(ProgramField::wrapped));
  }

  /** An object that tells by its fields what it is. */
  private static Optional<Program> object(JsonNode program) {
    if (program.has("circuit") && program.has("qubits")) {
      return Optional.of(new Program.Text(CircuitFormats.IONQ, false, ApiResponse.text(program)));
    }
    return program.has("outputs") ? Optional.of(classiq(program)) : Optional.empty();
  }

  /** Nothing else of a Classiq program is kept: it may hold credentials. */
  private static Program classiq(JsonNode program) {
    return new Program.Text(CircuitFormats.CLASSIQ, false, ClassiqProgram.reduced(program));
  }

  private static Optional<Program> text(Fields fields, String text) {
    Optional<Program> object = json(text).flatMap(ProgramField::object);
    if (object.isPresent()) {
      return object;
    }
    return switch (ProgramLanguage.of(text)) {
      case OPENQASM -> Optional.of(new Program.Text(CircuitFormats.OPENQASM, false, text));
      case QMOD -> refused(fields, SYNTHESIZE);
      case UNKNOWN ->
          refused(
              fields,
              "the language of the text is not known; begin it with OPENQASM and a version, or"
                  + " send {\"format\": \"…\", \"text\": \"…\"}");
    };
  }

  private static Optional<Program> refused(Fields fields, String message) {
    fields.wrong(NAME, message);
    return Optional.empty();
  }

  private static Optional<JsonNode> json(String text) {
    if (!text.stripLeading().startsWith("{")) {
      return Optional.empty();
    }
    try {
      return Optional.of(ApiJson.MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Optional<Program> wrapped(Fields fields) {
    Optional<String> format = fields.text("format");
    Optional<String> text = fields.text("text");
    Optional<String> base64 = fields.text("base64").filter(value -> isBase64(fields, value));
    Optional<String> json = fields.any("json").map(ApiResponse::text);
    fields.refuseOthers();
    if (format.isEmpty()) {
      fields.wrong("format", "is required, for example \"openqasm\"");
    }
    long given = Stream.of(text, base64, json).filter(Optional::isPresent).count();
    if (given != 1) {
      fields.wrong("text", "exactly one of text, base64 and json must be given");
    }
    if (format.isEmpty() || given != 1) {
      return Optional.empty();
    }
    if (base64.isPresent() && !format.get().equalsIgnoreCase(CircuitFormats.CLASSIQ)) {
      return Optional.of(new Program.Binary(format.get(), base64.get()));
    }
    String content = text.or(() -> base64).or(() -> json).orElseThrow();
    return named(fields, new Program.Text(format.get(), true, content));
  }

  private static Optional<Program> named(Fields fields, Program.Text program) {
    if (program.format().equalsIgnoreCase("qmod")) {
      fields.wrong("format", SYNTHESIZE);
      return Optional.empty();
    }
    if (!program.format().equalsIgnoreCase(CircuitFormats.CLASSIQ)) {
      return Optional.of(program);
    }
    Optional<JsonNode> file = json(program.text()).filter(JsonNode::isObject);
    if (file.isEmpty()) {
      fields.wrong(
          "text", "is not a Classiq quantum program: give one JSON object with \"outputs\"");
    }
    return file.map(ProgramField::classiq);
  }

  private static boolean isBase64(Fields fields, String value) {
    try {
      Base64.getDecoder().decode(value);
      return true;
    } catch (IllegalArgumentException e) {
      fields.wrong("base64", "is not base64: " + e.getMessage());
      return false;
    }
  }
}
