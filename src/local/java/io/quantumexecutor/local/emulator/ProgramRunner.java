package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.local.emulator.JobDefinition.Formats;
import io.quantumexecutor.simulator.Simulator;
import io.quantumexecutor.simulator.SimulatorLimitException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Executes what was submitted and answers in the provider's own format. */
final class ProgramRunner {
  /** The blob for a provider's own bytes, and the one for output the service has translated. */
  static final String PASSED_THROUGH = "rawOutputData";

  static final String TRANSLATED = "outputData";

  /** A job as the provider gets it. */
  record ReceivedJob(
      EmulatedTarget target, Formats formats, JsonNode params, String input, long seed) {
    /** The repetitions asked for, under any of the names clients use. */
    int shots(int fallback) {
      JsonNode given =
          Stream.of("shots", "count", "runs")
              .map(params::path)
              .filter(value -> !value.isMissingNode() && !value.isNull())
              .findFirst()
              .orElse(IntNode.valueOf(fallback));
      if (!given.canConvertToInt() || !given.isIntegralNumber() || given.intValue() < 1) {
        throw JobFailure.invalidInput("The number of shots must be a positive integer: " + given);
      }
      return given.intValue();
    }

    void requireQubits(int qubits) {
      if (qubits > target.qubits()) {
        throw JobFailure.invalidInput(
            "The program uses %d qubits, but %s has %d."
                .formatted(qubits, target.id(), target.qubits()));
      }
    }
  }

  /**
   * The content of the output blob, and which one it is.
   *
   * @param consumed what the provider bills, amounts by id of dimension
   */
  record Output(String content, String contentType, String blob, Map<String, Double> consumed) {}

  private final Simulator simulator = new Simulator();

  Output run(ReceivedJob job) {
    try {
      return dispatch(job);
    } catch (ProgramException e) {
      throw rejected(job, e);
    } catch (SimulatorLimitException e) {
      throw new JobFailure("InvalidInputData", "Not emulated: " + e.getMessage(), e);
    }
  }

  private Output dispatch(ReceivedJob job) {
    String accepted = job.target().provider() + " " + job.formats().input();
    return switch (accepted) {
      case "ionq ionq.circuit.v1" -> {
        requireOutput(job, "ionq.quantum-results.v1");
        yield new IonqProgram(simulator).run(job);
      }
      case "quantinuum honeywell.openqasm.v1", "quantinuum quantinuum.openqasm.v1" -> {
        requireOutput(job, "honeywell.quantum-results.v1");
        yield new QuantinuumProgram(simulator).run(job);
      }
      case "rigetti rigetti.quil.v1" -> {
        requireOutput(job, "rigetti.quil-results.v1");
        yield new RigettiProgram(simulator).run(job);
      }
      case "pasqal pasqal.pulser.v1" -> {
        requireOutput(job, "pasqal.pulser-results.v1");
        yield new PasqalProgram().run(job);
      }
      case "ionq qir.v1",
          "quantinuum qir.v1",
          "quantinuum honeywell.qir.v1",
          "rigetti qir.v1",
          "rigetti rigetti.qir.v1" -> {
        if (!job.formats().output().equals(QirJob.V1)) {
          requireOutput(job, QirJob.V2);
        }
        yield new QirJob(simulator).run(job);
      }
      default ->
          throw new JobFailure(
              "CannotTranslateInputData",
              "The input format '%s' is not accepted by '%s'."
                  .formatted(job.formats().input(), job.target().id()));
    };
  }

  private static void requireOutput(ReceivedJob job, String format) {
    if (!job.formats().output().equals(format)) {
      throw new JobFailure(
          "CannotTranslateOutputData",
          ("The output returned by '%s' cannot be translated as specified by 'outputDataFormat'."
                  + " Please ensure that 'outputDataFormat' is correct.")
              .formatted(job.target().provider()));
    }
  }

  /** Providers report a program they cannot read as a failed job. */
  private static JobFailure rejected(ReceivedJob job, ProgramException e) {
    String text = e.errors().stream().map(ProgramError::toString).collect(Collectors.joining("; "));
    return new JobFailure(rejectionCode(job), text, e);
  }

  /** QIR is read by the service before the provider gets it. */
  private static String rejectionCode(ReceivedJob job) {
    if (job.formats().input().endsWith("qir.v1")) {
      return "QIRPreProcessingFailed";
    }
    return job.target().provider().equals("quantinuum") ? "quantinuum - 1000" : "InvalidInputData";
  }
}
