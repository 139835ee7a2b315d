package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.local.emulator.JobDefinition.Formats;
import io.quantumexecutor.local.emulator.ProgramRunner.Output;
import io.quantumexecutor.local.emulator.ProgramRunner.ReceivedJob;

/** Runs programs on the emulated providers without a service around them. */
final class ProgramRuns {
  private static final long SEED = 7;

  private ProgramRuns() {}

  static Output run(String target, Formats formats, String params, String program) {
    return new ProgramRunner()
        .run(
            new ReceivedJob(
                EmulatedTargets.find(target).orElseThrow(), formats, json(params), program, SEED));
  }

  static Output quil(String target, String params, String program) {
    return run(target, new Formats("rigetti.quil.v1", "rigetti.quil-results.v1"), params, program);
  }

  static Output pulser(String target, String params, String program) {
    return run(
        target, new Formats("pasqal.pulser.v1", "pasqal.pulser-results.v1"), params, program);
  }

  static JsonNode json(String text) {
    try {
      return EmulatorJson.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
