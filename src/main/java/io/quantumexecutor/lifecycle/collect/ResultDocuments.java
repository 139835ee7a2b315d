package io.quantumexecutor.lifecycle.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantumexecutor.circuit.OutputLayout;
import io.quantumexecutor.result.CsvWriter;
import io.quantumexecutor.result.ResultDecoders;
import io.quantumexecutor.result.ResultDocument;
import io.quantumexecutor.result.ResultFormatException;
import io.quantumexecutor.result.ResultRequest;
import io.quantumexecutor.result.classiq.ExecutionDetails;
import io.quantumexecutor.result.classiq.OutputValues;
import io.quantumexecutor.target.RefusedException;
import io.quantumexecutor.target.SentInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Makes the stored result document of a finished job out of the provider's answer. */
public final class ResultDocuments {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ResultDocuments() {}

  /**
   * Decodes the provider's answer as the version that sent the input meant it.
   *
   * @return the document as JSON, UTF-8
   * @throws RefusedException if the answer contradicts itself or has a shape that is not known
   */
  static byte[] document(SentInput.Meaning sent, byte[] raw) {
    SentInput.Answer answer = sent.answer();
    ResultRequest request =
        new ResultRequest(
            sent.format().output(),
            sent.target(),
            answer.layout(),
            answer.numShots(),
            answer.seed());
    try {
      return write(withOutputs(finished(ResultDecoders.decode(request, raw), sent), answer));
    } catch (ResultFormatException e) {
      throw new RefusedException(e.code().wireName(), e.getMessage(), List.of());
    }
  }

  private static ResultDocument withOutputs(ResultDocument document, SentInput.Answer answer) {
    OutputLayout layout = answer.layout();
    return answer.outputs().isEmpty() || layout == null
        ? document
        : document.withOutputs(
            OutputValues.of(answer.outputs(), layout.outputs()).parsed(document.counts()));
  }

  /** The stored document as comma-separated values. */
  public static String csv(byte[] document) {
    return CsvWriter.write(read(document));
  }

  /**
   * The stored document as Classiq's SDK reads results.
   *
   * @param raw the provider's answer
   * @return JSON, UTF-8
   */
  public static byte[] executionDetails(byte[] document, byte[] raw, SentInput sent) {
    JsonNode types = sent.meaning().answer().outputTypes();
    return write(ExecutionDetails.of(read(document), raw, types));
  }

  private static ResultDocument read(byte[] document) {
    try {
      return ResultDocument.read(document);
    } catch (IOException e) {
      throw new UncheckedIOException("a stored result cannot be read", e);
    }
  }

  private static byte[] write(Object result) {
    try {
      return MAPPER.writeValueAsBytes(result);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a result can always be written", e);
    }
  }

  /** In the caller's own names, with what the caller should know. */
  private static ResultDocument finished(ResultDocument document, SentInput.Meaning sent) {
    List<String> all = new ArrayList<>(sent.explanation().warnings());
    all.addAll(document.warnings());
    SentInput.Answer answer = sent.answer();
    ResultDocument named =
        answer.layout() == null ? document : document.withRegisterNames(answer.registers());
    return named.withWarnings(all);
  }
}
