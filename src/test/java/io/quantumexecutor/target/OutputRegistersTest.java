package io.quantumexecutor.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.job.EventFilter;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.Payloads;
import io.quantumexecutor.job.Program;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.job.SubmissionOptions;
import io.quantumexecutor.job.WhenUnavailable;
import io.quantumexecutor.lifecycle.JobFixture;
import io.quantumexecutor.lifecycle.accept.AcceptOutcome;
import io.quantumexecutor.workspace.FakeWorkspace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which classical registers a result has, and under which names. */
class OutputRegistersTest {
  private final JobFixture fixture = new JobFixture();

  private String result(String target, String program, String answer) {
    Submission submission =
        new Submission(
            new Program.Text("openqasm", false, program),
            target,
            4,
            Map.of(),
            Map.of(),
            new SubmissionOptions(
                null,
                List.of(),
                null,
                1L,
                1,
                null,
                null,
                WhenUnavailable.HOLD,
                EventFilter.END,
                null));
    AcceptOutcome outcome =
        fixture
            .useCases
            .accept()
            .accept(JobFixture.OWNER, submission, FakeWorkspace.PARTITION, null);
    Job job = ((AcceptOutcome.JobAccepted) outcome).job();
    fixture.useCases.dispatch().dispatch(job.key());
    fixture.finishAll(answer);
    fixture.tick(Duration.ofSeconds(2));
    assertThat(fixture.now(job).progress().failure()).isNull();
    return new String(
        fixture.ports.payloads().read(job.key(), Payloads.Part.RESULT).orElseThrow(),
        StandardCharsets.UTF_8);
  }

  @Test
  void result_someRegistersDeclaredOutput_hasOnlyThose() {
    String program =
        """
        OPENQASM 3.0; include "stdgates.inc"; qubit[3] q; bit[2] work; output bit done;
        x q[0]; work[0] = measure q[0]; work[1] = measure q[1]; done = measure q[2];
        """;

    assertThat(
            result(
                "quantinuum.sim.h2-1e",
                program,
                "{\"work\":[\"01\",\"01\",\"11\",\"01\"],\"done\":[\"1\",\"0\",\"1\",\"1\"]}"))
        .contains("\"counts\":{\"1\":3,\"0\":1}")
        .contains("\"registers\":[{\"name\":\"done\",\"size\":1,\"offset\":0}]");
  }

  @Test
  void result_nothingDeclaredOutput_hasEveryGlobalRegister() {
    String program =
        """
        OPENQASM 3.0; include "stdgates.inc"; qubit[2] q; bit[1] a; bit[1] b;
        x q[0]; a[0] = measure q[0]; b[0] = measure q[1];
        """;

    assertThat(result("ionq.simulator", program, "{\"histogram\":{\"1\":1.0}}"))
        .contains("\"counts\":{\"01\":4}");
  }

  @Test
  void result_registerRenamedForTheProvider_hasTheCallersName() {
    String program =
        """
        OPENQASM 3.0; include "stdgates.inc"; qubit[2] q; bit[2] Answer;
        x q[0]; Answer = measure q;
        """;
    String sent = fixture.translated("quantinuum.sim.h2-1e", program).layout().names().get(0);

    assertThat(sent).isNotEqualTo("Answer");
    assertThat(
            result(
                "quantinuum.sim.h2-1e",
                program,
                "{\"" + sent + "\":[\"01\",\"01\",\"01\",\"01\"]}"))
        .contains("\"counts\":{\"01\":4}")
        .contains("{\"name\":\"Answer\",\"size\":2,\"offset\":0}");
  }
}
