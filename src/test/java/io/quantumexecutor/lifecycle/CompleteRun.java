package io.quantumexecutor.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.Payloads;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.lifecycle.accept.AcceptOutcome;
import io.quantumexecutor.lifecycle.dispatch.DispatchOutcome;
import io.quantumexecutor.result.ResultDocument;
import io.quantumexecutor.workspace.FakeWorkspace;
import io.quantumexecutor.workspace.QuantumWorkspace.NewProviderJob;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** A submission on its whole way through the service, with a provider of the test's choice. */
public final class CompleteRun {
  private final JobFixture fixture = new JobFixture();

  /** Answers a job as its target would. */
  @FunctionalInterface
  public interface Provider {
    /**
     * Answers one.
     *
     * @param input the program as it was uploaded
     * @return the output blob
     */
    String answer(NewProviderJob job, String input);
  }

  /** A submission of OpenQASM with options for the provider. */
  public static Submission submission(
      String target, String program, int shots, Map<String, Object> inputParams) {
    Submission plain = JobFixture.submission(target, program);
    return new Submission(
        plain.program(), target, shots, plain.parameters(), inputParams, plain.options());
  }

  /** Submits, dispatches, lets the provider answer, polls, and reads the stored result. */
  public ResultDocument result(Submission submission, Provider provider) throws IOException {
    AcceptOutcome outcome =
        fixture
            .useCases
            .accept()
            .accept(JobFixture.OWNER, submission, FakeWorkspace.PARTITION, null);
    Job job = ((AcceptOutcome.JobAccepted) outcome).job();
    JobId id = job.key().id();
    assertThat(fixture.useCases.dispatch().dispatch(job.key()))
        .isEqualTo(DispatchOutcome.SUBMITTED);
    NewProviderJob sent = fixture.workspace.created.get(fixture.workspace.created.size() - 1);
    String answer = provider.answer(sent, fixture.workspace.input(id).orElseThrow());
    fixture.workspace.finish(id, "Succeeded", answer);
    fixture.tick(Duration.ofMinutes(1));
    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.COMPLETED);
    byte[] result = fixture.read.part(job.key(), Payloads.Part.RESULT).orElseThrow();
    return ResultDocument.read(result);
  }
}
