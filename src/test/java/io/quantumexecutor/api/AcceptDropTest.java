package io.quantumexecutor.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.QueueMessage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptDropTest {
  private final ApiFixture api = new ApiFixture();

  private Job drop(String message, String id) {
    return api.drops.accept((QueueMessage.Drop) QueueMessage.parse(message, id)).orElseThrow();
  }

  @Test
  void accept_submission_makesAJob() {
    Job job = drop(ApiFixture.bell(""), "m1");

    assertThat(job.status()).isEqualTo(JobStatus.QUEUED);
    assertThat(job.key().owner()).isEqualTo(ApiFixture.OWNER);
  }

  @Test
  void accept_base64_isDecoded() {
    String encoded =
        Base64.getEncoder().encodeToString(ApiFixture.bell("").getBytes(StandardCharsets.UTF_8));

    assertThat(drop(encoded, "m1").status()).isEqualTo(JobStatus.QUEUED);
  }

  @Test
  void accept_sameMessageAgain_isTheSameJob() {
    Job first = drop(ApiFixture.bell(""), "m1");

    assertThat(drop(ApiFixture.bell(""), "m1").key()).isEqualTo(first.key());
    assertThat(drop(ApiFixture.bell(""), "m2").key()).isNotEqualTo(first.key());
  }

  @Test
  void accept_ownIdempotencyKey_countsOverTheMessagesId() {
    Job first = drop(ApiFixture.bell(", \"idempotency_key\": \"mine\""), "m1");

    assertThat(drop(ApiFixture.bell(", \"idempotency_key\": \"mine\""), "m2").key())
        .isEqualTo(first.key());
  }

  @Test
  void accept_wrongSubmission_isAFailedJobThatListsEverything() {
    String wrong =
        ApiFixture.bell(", \"num_shots\": 0, \"bogus\": 1").replace("h q[0]", "foo q[0]");

    Job job = drop(wrong, "m1");

    assertThat(job.status()).isEqualTo(JobStatus.FAILED);
    assertThat(job.progress().failure().problems())
        .extracting(Problem::pointer)
        .containsExactlyInAnyOrder("/num_shots", "/bogus", "/program");
    assertThat(drop(wrong, "m1").key()).isEqualTo(job.key());
    assertThat(api.fixture.messages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "e30gZ2FyYmFnZQ==", "\u0000", "[1,2]", "{\"job_id\":\"x\"}"})
  void accept_neitherForm_isAFailedJob(String message) {
    assertThat(drop(message, "m1").status()).isEqualTo(JobStatus.FAILED);
  }

  /** The answer of the accepting transaction is lost, and reading it back fails as well. */
  @Test
  void accept_acceptedWithoutAnAnswer_comesBackAsTheSameJob() {
    api.fixture.breakJobsAfterTheNextTransaction();
    assertThat(api.drops.accept(new QueueMessage.Drop(ApiFixture.bell(""), "m1"))).isEmpty();
    api.fixture.mendJobs();

    String returned = api.fixture.messages().get(0);
    Job job = drop(returned, "another id");

    assertThat(api.fixture.idsOf(ApiFixture.OWNER)).containsExactly(job.key().id());
    assertThat(drop(ApiFixture.bell(""), "m1").key()).isEqualTo(job.key());
  }

  @Test
  void accept_keyOfAnotherSubmission_isAFailedJobWithTheReason() {
    Job first = drop(ApiFixture.bell(", \"idempotency_key\": \"mine\""), "m1");
    String other = ApiFixture.bell(", \"idempotency_key\": \"mine\", \"num_shots\": 3");

    Job refused = drop(other, "m2");

    assertThat(refused.key()).isNotEqualTo(first.key());
    assertThat(refused.progress().failure().code()).isEqualTo("idempotency-key-reused");
    assertThat(drop(other, "m2").key()).isEqualTo(refused.key());
  }

  @Test
  void accept_keyOfADeletedJob_isAFailedJobWithTheReason() {
    String body = ApiFixture.bell(", \"idempotency_key\": \"mine\"");
    Job first = drop(body, "m1");
    api.fixture.useCases.cancel().cancel(first.key());
    api.fixture.useCases.delete().delete(first.key());

    assertThat(drop(body, "m2").progress().failure().code()).isEqualTo("gone");
  }

  @Test
  void accept_wrongSubmission_keepsNameTagsAndMessageIdAndLeavesTheKeyFree() {
    String wrong =
        ApiFixture.bell(
            ", \"job_name\": \"mine\", \"tags\": [\"a\"], \"idempotency_key\": \"k\", \"no\": 1");

    Job refused = drop(wrong, "m1");

    assertThat(refused.summary().name()).isEqualTo("mine");
    assertThat(refused.summary().tags()).containsExactly("a");
    assertThat(refused.summary().origin().messageId()).isEqualTo("m1");
    assertThat(drop(wrong.replace(", \"no\": 1", ""), "m2").status()).isEqualTo(JobStatus.QUEUED);
  }

  @Test
  void accept_ownerWithoutRoom_isPutBackUntilThereIsSome() {
    AcceptDrop drops = api.drops(1);
    QueueMessage.Drop one = new QueueMessage.Drop(ApiFixture.bell(""), "m1");
    QueueMessage.Drop other = new QueueMessage.Drop(ApiFixture.bell(""), "m2");

    assertThat(drops.accept(one)).isPresent();
    assertThat(drops.accept(other)).isEmpty();

    String returned = api.fixture.messages().get(api.fixture.messages().size() - 1);
    assertThat(QueueMessage.parse(returned, "m3")).isEqualTo(other);
  }

  @Test
  void accept_whatIsRefused_takesNoRoom() {
    AcceptDrop drops = api.drops(1);
    for (int n = 0; n < 3; n++) {
      assertThat(drops.accept(new QueueMessage.Drop("nonsense", "m" + n))).isPresent();
    }

    assertThat(drops.accept(new QueueMessage.Drop(ApiFixture.bell(""), "m9"))).isPresent();
  }
}
