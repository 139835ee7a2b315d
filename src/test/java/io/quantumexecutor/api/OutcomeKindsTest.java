package io.quantumexecutor.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.api.request.ChangeRequest;
import io.quantumexecutor.api.request.InvalidRequestException;
import io.quantumexecutor.job.IdentityKey;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.JobOrigin;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.JobSummary;
import io.quantumexecutor.lifecycle.accept.AcceptOutcome;
import io.quantumexecutor.lifecycle.keep.ChangeJob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every outcome of a use case has an answer. */
class OutcomeKindsTest {
  private static final Job JOB =
      Job.accepted(
          new JobKey(
              ApiFixture.OWNER, JobId.parse("018f0000-0000-7000-8000-000000000000").orElseThrow()),
          new JobSummary(
              Instant.EPOCH,
              "bell",
              List.of(),
              "Standard",
              "ionq.simulator",
              100,
              Instant.EPOCH,
              new IdentityKey("partition"),
              JobOrigin.PLAIN));

  @Test
  void accept_everyKindOfOutcome_hasItsAnswer() {
    Map<AcceptOutcome, Integer> statuses =
        Map.of(
            new AcceptOutcome.JobAccepted(JOB, false), 202,
            new AcceptOutcome.KeyReused(), 422,
            new AcceptOutcome.Deleted(), 410,
            new AcceptOutcome.TooSlow(), 503);

    assertKinds(statuses.keySet(), AcceptOutcome.class);
    statuses.forEach((outcome, status) -> assertThat(acceptStatus(outcome)).isEqualTo(status));
  }

  @Test
  void change_everyKindOfOutcome_hasItsAnswer() {
    Map<ChangeJob.Outcome, Integer> statuses =
        Map.of(
            new ChangeJob.Outcome.Changed(JOB), 200,
            new ChangeJob.Outcome.Unknown(), 404,
            new ChangeJob.Outcome.Ended(JobStatus.COMPLETED), 409,
            new ChangeJob.Outcome.BeingSubmitted(Duration.ofSeconds(2)), 409);

    assertKinds(statuses.keySet(), ChangeJob.Outcome.class);
    statuses.forEach(
        (outcome, status) ->
            assertThat(ChangeRequest.answer(ApiFixture.request("/"), outcome).status())
                .isEqualTo(status));
  }

  private static int acceptStatus(AcceptOutcome outcome) {
    try {
      return AcceptJobResponse.of(outcome, List.of(), Optional.empty()).status();
    } catch (InvalidRequestException e) {
      return e.response("test").status();
    }
  }

  private static void assertKinds(Iterable<?> outcomes, Class<?> sealed) {
    assertThat(outcomes)
        .extracting(outcome -> (Object) outcome.getClass())
        .containsExactlyInAnyOrder((Object[]) sealed.getPermittedSubclasses());
  }
}
