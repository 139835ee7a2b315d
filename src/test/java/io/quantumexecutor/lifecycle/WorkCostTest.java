package io.quantumexecutor.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.job.Program;
import io.quantumexecutor.job.Submission;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkCostTest {
  private static final String LONG = "x".repeat(1 << 20);
  private static final List<Program> KINDS =
      List.of(new Program.Text("openqasm", false, LONG), new Program.Binary("qir.v1", LONG));

  private static long costOf(Program program) {
    Submission plain = JobFixture.submission("ionq.simulator", "");
    return WorkCost.of(
        new Submission(
            program,
            plain.target(),
            plain.numShots(),
            plain.parameters(),
            plain.inputParams(),
            plain.options()));
  }

  @Test
  void of_everyKindOfProgram_costsMoreThanItsText() {
    assertThat(KINDS.stream().map(Object::getClass))
        .containsExactlyInAnyOrder(Program.class.getPermittedSubclasses());
    assertThat(KINDS).allSatisfy(program -> assertThat(costOf(program)).isGreaterThan(10L << 20));
  }

  @Test
  void ofProgram_shortText_countsWhatItMayExpandTo() {
    assertThat(WorkCost.ofProgram("for")).isGreaterThan(40L << 20);
    assertThat(WorkCost.ofBody("{}")).isZero();
  }
}
