package io.quantumexecutor.result;

import io.quantumexecutor.result.ResultFormatException.Code;

/** The output formats that are known. */
enum OutputFormat {
  IONQ,
  QUANTINUUM,
  RIGETTI,
  PASQAL,
  MICROSOFT_V1,
  MICROSOFT_V2,
  /** Without outcomes of qubits: kept as it is. */
  RAW;

  static OutputFormat of(String name) {
    return switch (name) {
      case "ionq.quantum-results.v1" -> IONQ;
      case "honeywell.quantum-results.v1", "quantinuum.quantum-results.v1" -> QUANTINUUM;
      case "rigetti.quil-results.v1" -> RIGETTI;
      case "pasqal.pulser-results.v1" -> PASQAL;
      case "microsoft.quantum-results.v1" -> MICROSOFT_V1;
      case "microsoft.quantum-results.v2" -> MICROSOFT_V2;
      case "microsoft.resource-estimates.v1",
          "microsoft.quantum-log.v1",
          "microsoft.dft-results.v1" ->
          RAW;
      default ->
          throw new ResultFormatException(
              Code.UNKNOWN_FORMAT, "the output format " + name + " has no decoder");
    };
  }
}
