package io.quantumexecutor.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.local.emulator.ProgramRunner.Output;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasqalProgramTest {
  /** Atoms 0 and 1 are neighbours, atom 2 is far away. */
  private static final ObjectNode SEQUENCE =
      (ObjectNode)
          ProgramRuns.json(
              "{\"version\":\"1\",\"register\":[{\"name\":\"q0\",\"x\":0,\"y\":0},"
                  + "{\"name\":\"q1\",\"x\":5,\"y\":0},{\"name\":\"q2\",\"x\":50,\"y\":0}],"
                  + "\"operations\":[]}");

  private static String program(JsonNode builder) {
    return EmulatorJson.text(EmulatorJson.object().set("sequence_builder", builder));
  }

  private static int sum(JsonNode counts) {
    return StreamSupport.stream(counts.spliterator(), false).mapToInt(JsonNode::intValue).sum();
  }

  @Test
  void run_onAnEmulator_countsPatternsOfAllAtomsUpToTheShots() {
    Output output = ProgramRuns.pulser("pasqal.sim.emu-sv", "{\"shots\":200}", program(SEQUENCE));

    JsonNode counts = ProgramRuns.json(output.content());
    assertThat(sum(counts)).isEqualTo(200);
    assertThat(counts.properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder("000", "001", "010", "011", "100", "101");
    assertThat(counts).extracting(JsonNode::intValue).isSortedAccordingTo((a, b) -> b - a);
    assertThat(output.consumed()).isEqualTo(Map.of("compute-time-emu", 0.0056));
  }

  @Test
  void run_sequenceAsText_isTheSameAsAnObject() {
    JsonNode text = EmulatorJson.object().textNode(EmulatorJson.text(SEQUENCE));

    assertThat(ProgramRuns.pulser("pasqal.sim.emu-free", "{}", program(text)).content())
        .isEqualTo(ProgramRuns.pulser("pasqal.sim.emu-free", "{}", program(SEQUENCE)).content());
  }

  @Test
  void run_onHardware_wrapsTheCountsOfTheShots() {
    JsonNode output =
        ProgramRuns.json(
            ProgramRuns.pulser("pasqal.qpu.fresnel", "{\"runs\":30}", program(SEQUENCE)).content());

    assertThat(output.get("raw")).hasSize(30);
    assertThat(sum(output.get("counter"))).isEqualTo(30);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing",
        "{}",
        "{\"sequence_builder\":\"{\"}",
        "{\"sequence_builder\":{\"operations\":[]}}",
        "{\"sequence_builder\":{\"register\":[],\"operations\":[]}}",
        "{\"sequence_builder\":{\"register\":[{\"name\":\"q0\"}],\"operations\":[]}}",
        "{\"sequence_builder\":{\"register\":[{\"x\":0,\"y\":0}]}}"
      })
  void run_noSequence_isInvalidInput(String program) {
    assertThatThrownBy(() -> ProgramRuns.pulser("pasqal.sim.emu-sv", "{}", program))
        .isInstanceOfSatisfying(
            JobFailure.class, failure -> assertThat(failure.code()).isEqualTo("InvalidInputData"));
  }

  @Test
  void run_moreAtomsThanTheTargetHas_isInvalidInput() {
    ObjectNode sequence = SEQUENCE.deepCopy();
    for (int i = 0; i < 10; i++) {
      sequence.withArray("/register").addObject().put("x", 100 * i).put("y", 99);
    }

    assertThatThrownBy(() -> ProgramRuns.pulser("pasqal.sim.emu-free", "{}", program(sequence)))
        .hasMessageContaining("13")
        .hasMessageContaining("12");
  }
}
