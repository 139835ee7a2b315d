package io.quantumexecutor.lifecycle.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantumexecutor.circuit.OutputLayout;
import io.quantumexecutor.circuit.classiq.ClassiqOutput;
import io.quantumexecutor.circuit.classiq.ClassiqProgram;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.Program;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.result.CsvWriter;
import io.quantumexecutor.result.ResultDecoders;
import io.quantumexecutor.result.ResultDocument;
import io.quantumexecutor.result.ResultFormatException;
import io.quantumexecutor.result.ResultRequest;
import io.quantumexecutor.result.classiq.ExecutionDetails;
import io.quantumexecutor.result.classiq.OutputValues;
import io.quantumexecutor.target.CircuitFormats;
import io.quantumexecutor.target.ProviderInput;
import io.quantumexecutor.target.RefusedException;
import io.quantumexecutor.target.Translation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the stored result document of a finished job out of the provider's answer. */
public final class ResultDocuments {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Translation translation;

  public ResultDocuments(Translation translation) {
    this.translation = translation;
  }

  /**
   * Decodes the provider's answer.
   *
   * @return the document as JSON, UTF-8
   * @throws RefusedException if the answer contradicts itself or has a shape that is not known
   */
  byte[] document(Job job, Submission submission, byte[] raw) {
    ProviderInput input = translation.translate(submission);
    ResultRequest request =
        new ResultRequest(
            input.format().output(),
            input.target().name(),
            input.layout(),
            submission.numShots(),
            seed(job, submission));
    try {
      ResultDocument decoded = finished(ResultDecoders.decode(request, raw), input);
      return write(withOutputs(decoded, submission.program(), input.layout()));
    } catch (ResultFormatException e) {
      throw new RefusedException(e.code().wireName(), e.getMessage(), List.of());
    }
  }

  private static ResultDocument withOutputs(
      ResultDocument document, Program program, @Nullable OutputLayout layout) {
    List<ClassiqOutput> outputs = CircuitFormats.outputs(program);
    return outputs.isEmpty() || layout == null
        ? document
        : OutputValues.of(outputs, layout.outputs()).addTo(document);
  }

  /** The stored document as comma-separated values. */
  public static String csv(byte[] document) {
    return CsvWriter.write(read(document));
  }

  /**
   * The stored document as Classiq's SDK reads results.
   *
   * @param raw the provider's answer
   * @param program null if it is not known any more
   * @return JSON, UTF-8
   */
  public static byte[] executionDetails(byte[] document, byte[] raw, @Nullable Program program) {
    JsonNode types =
        program != null && CircuitFormats.isClassiq(program)
            ? ClassiqProgram.outputTypes(program.text())
            : MAPPER.createObjectNode();
    return write(ExecutionDetails.of(read(document), raw, types));
  }

  private static ResultDocument read(byte[] document) {
    try {
      return MAPPER.readValue(document, ResultDocument.class);
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

  /** Without a seed of the caller's the job's id decides, so that a repetition draws the same. */
  private static long seed(Job job, Submission submission) {
    Long seed = submission.options().randomSeed();
    return seed == null ? job.key().id().value().getLeastSignificantBits() : seed;
  }

  /** In the caller's own names, with what the caller should know. */
  private static ResultDocument finished(ResultDocument document, ProviderInput input) {
    List<String> all = new ArrayList<>(input.warnings());
    all.addAll(document.warnings());
    ResultDocument named =
        input.layout() == null ? document : document.withRegisterNames(input.registers());
    return named.withWarnings(all);
  }
}
