package io.quantumexecutor.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The submission the launcher makes of its options. */
final class LocalSubmission {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BELL =
      """
      OPENQASM 2.0;
      include "qelib1.inc";
      qreg q[2];
      creg c[2];
      h q[0];
      cx q[0], q[1];
      measure q -> c;
      """;

  private LocalSubmission() {}

  /**
   * The body for {@code POST /api/jobs}.
   *
   * @throws LocalStackException when the program's file cannot be read
   */
  static JsonNode submission(LocalOptions.JobOptions job) {
    ObjectNode body = JSON.createObjectNode();
    if (job.program().isPresent()) {
      Path file = job.program().get();
      body.set("program", read(file));
      body.put("job_name", file.getFileName().toString());
    } else {
      body.put("program", BELL);
      body.put("job_name", "bell");
    }
    job.shots().ifPresent(shots -> body.put("num_shots", shots));
    job.params().ifPresent(params -> body.set("input_params", params));
    body.putObject("backend_preferences")
        .put("backend_service_provider", "Azure Quantum")
        .put("backend_name", job.backend());
    return body;
  }

  /** A {@code .json} file is sent as the object it holds, any other as text. */
  private static JsonNode read(Path file) {
    try {
      String text = Files.readString(file);
      return file.toString().endsWith(".json")
          ? JSON.readTree(text)
          : JSON.getNodeFactory().textNode(text);
    } catch (NoSuchFileException e) {
      throw new LocalStackException("There is no file " + file + " (local.program)", e);
    } catch (CharacterCodingException e) {
      throw new LocalStackException(file + " (local.program) is not UTF-8 text", e);
    } catch (IOException e) {
      throw new LocalStackException("Cannot read " + file + " (local.program): " + e, e);
    }
  }
}
