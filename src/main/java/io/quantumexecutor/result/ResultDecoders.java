package io.quantumexecutor.result;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.circuit.OutputLayout;

/** Reads what providers answer, in every output format of the Azure Quantum documentation. */
public final class ResultDecoders {
  private ResultDecoders() {}

  /**
   * Decodes an answer.
   *
   * <p>Formats without outcomes of qubits (resource estimates, simulation logs, chemistry) give a
   * document without counts and a warning; their answer is not looked at. A batch gives one
   * document per item, in {@code batch}.
   *
   * @throws ResultFormatException when the answer contradicts itself or the program's layout, has
   *     an unknown shape, is cut off, is not JSON, or is larger than the limits
   */
  public static ResultDocument decode(ResultRequest request, byte[] raw) {
    return decode(request, raw, ResultLimits.DEFAULT);
  }

  /** Likewise, within other limits. */
  static ResultDocument decode(ResultRequest request, byte[] raw, ResultLimits limits) {
    OutputFormat format = OutputFormat.of(request.outputFormat());
    if (format == OutputFormat.RAW) {
      return Documents.ofRaw(request);
    }
    ResultDocument document =
        decode(request, format, AnswerReader.parse(raw, limits), new ResultSize(limits));
    OutputLayout layout = request.layout();
    return layout == null ? document : Projection.of(document, layout.registers());
  }

  private static ResultDocument decode(
      ResultRequest request, OutputFormat format, JsonNode answer, ResultSize size) {
    return switch (format) {
      case IONQ -> IonqDecoder.decode(request, answer, size);
      case QUANTINUUM -> QuantinuumDecoder.decode(request, answer, size);
      case RIGETTI -> RigettiDecoder.decode(request, answer, size);
      case PASQAL -> PasqalDecoder.decode(request, answer, size);
      case MICROSOFT_V1 -> MicrosoftV1Decoder.decode(request, answer, size);
      case MICROSOFT_V2 -> MicrosoftV2Decoder.decode(request, answer, size);
      case RAW -> throw new IllegalStateException("decoded before");
    };
  }
}
