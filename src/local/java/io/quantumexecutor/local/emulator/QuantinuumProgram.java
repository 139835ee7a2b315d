package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.Register;
import io.quantumexecutor.circuit.qasm.OpenQasmReader;
import io.quantumexecutor.local.emulator.ProgramRunner.Output;
import io.quantumexecutor.local.emulator.ProgramRunner.ReceivedJob;
import io.quantumexecutor.simulator.NoiseModel;
import io.quantumexecutor.simulator.Simulator;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * OpenQASM 2.0 on Quantinuum's targets: for each classical register one string per shot, the
 * highest bit leftmost.
 */
final class QuantinuumProgram {
  /** Of the size Quantinuum publishes for its H2 machines. */
  static final NoiseModel H2 = new NoiseModel(3e-5, 1.5e-3, 1e-3, 1.5e-3);

  private final Simulator simulator;

  QuantinuumProgram(Simulator simulator) {
    this.simulator = simulator;
  }

  Output run(ReceivedJob job) {
    Circuit circuit = OpenQasmReader.read(job.input(), Map.of(), CircuitLimits.DEFAULT);
    job.requireQubits(circuit.qubitCount());
    List<String> shots = shots(circuit, job);
    ObjectNode output = EmulatorJson.object();
    int offset = 0;
    for (Register register : circuit.bits()) {
      ArrayNode strings = output.putArray(register.name());
      int end = circuit.bitCount() - offset;
      int start = end - register.size();
      shots.forEach(shot -> strings.add(shot.substring(start, end)));
      offset += register.size();
    }
    return new Output(
        EmulatorJson.text(output),
        "application/octet-stream",
        ProgramRunner.PASSED_THROUGH,
        Consumption.of(job.target(), circuit, job.shots(1)));
  }

  private List<String> shots(Circuit circuit, ReceivedJob job) {
    int count = job.shots(1);
    if (job.target().kind() == EmulatedTarget.Kind.SYNTAX_CHECKER) {
      return Collections.nCopies(count, "0".repeat(circuit.bitCount()));
    }
    return simulator.sample(circuit, count, job.seed(), noise(job));
  }

  /** The machine's noise unless the documented options say otherwise; hardware ignores them. */
  static NoiseModel noise(ReceivedJob job) {
    if (job.target().kind() == EmulatedTarget.Kind.QPU) {
      return H2;
    }
    JsonNode params = job.params();
    if (!params.path("error-model").asBoolean(true)) {
      return NoiseModel.NONE;
    }
    JsonNode given = params.path("error-params");
    JsonNode measure = given.path("p_meas");
    boolean pair = measure.isArray() && measure.size() == 2;
    try {
      return new NoiseModel(
          given.path("p1").asDouble(H2.p1()),
          given.path("p2").asDouble(H2.p2()),
          (pair ? measure.get(0) : measure).asDouble(H2.pMeasure0()),
          (pair ? measure.get(1) : measure).asDouble(H2.pMeasure1()));
    } catch (IllegalArgumentException e) {
      throw new JobFailure("InvalidInputData", "error-params: " + e.getMessage(), e);
    }
  }
}
