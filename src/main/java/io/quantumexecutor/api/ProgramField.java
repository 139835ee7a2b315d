package io.quantumexecutor.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.job.CircuitFormats;
import io.quantumexecutor.job.Program;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the field {@code program} in all the forms it may have. */
final class ProgramField {
  private static final String NAME = "program";
  private static final Pattern COMMENT = Pattern.compile("//[^\n]*|/\\*(?s:.*?)\\*/");
  private static final Pattern OPENQASM =
      Pattern.compile("^\\s*OPENQASM\\b|\\b(?:qreg|qubit)\\b", Pattern.MULTILINE);

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
    if (value.get().has("circuit") && value.get().has("qubits")) {
      return Optional.of(
          new Program(CircuitFormats.IONQ, false, ApiResponse.text(value.get()), false));
    }
    if (value.get().has("outputs")) {
      fields.wrong(NAME, "Classiq quantum programs are not accepted; send the OpenQASM text in it");
      return Optional.empty();
    }
    return fields.object(NAME).flatMap(ProgramField::wrapped);
  }

  private static Optional<Program> text(Fields fields, String text) {
    if (OPENQASM.matcher(COMMENT.matcher(text).replaceAll(" ")).find()) {
      return Optional.of(new Program(CircuitFormats.OPENQASM, false, text, false));
    }
    fields.wrong(
        NAME,
        "the language of the text cannot be told; begin it with OPENQASM and a version, or send"
            + " {\"format\": \"…\", \"text\": \"…\"}");
    return Optional.empty();
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
    String content = text.or(() -> base64).or(() -> json).orElseThrow();
    return Optional.of(new Program(format.get(), true, content, base64.isPresent()));
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
