package io.quantumexecutor.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.api.HandleQueueMessage.Handled;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.QueueMessage;
import org.junit.jupiter.api.Test;

class HandleQueueMessageTest {
  private final ApiFixture api = new ApiFixture();
  private final HandleQueueMessage messages =
      new HandleQueueMessage(
          api.fixture.useCases.dispatch(), api.fixture.useCases.poison(), api.drops);

  private Job dropped() {
    QueueMessage.Drop drop = new QueueMessage.Drop(ApiFixture.bell(""), "m1");
    return api.drops.accept(drop).orElseThrow();
  }

  @Test
  void handle_drop_isAJobAndItsMessageSubmitsIt() {
    Handled dropped = messages.handle(QueueMessage.parse(ApiFixture.bell(""), "m1"));
    Handled dispatched = messages.handle(QueueMessage.parse(api.fixture.messages().get(0), "m2"));

    assertThat(dropped.line()).endsWith("dropped: QUEUED");
    assertThat(dispatched.line()).endsWith("owner " + ApiFixture.OWNER + ": SUBMITTED");
    assertThat(dropped.isTrouble() || dispatched.isTrouble()).isFalse();
  }

  @Test
  void handle_workOfAnotherVersion_isSkippedAndReported() {
    Job job = dropped();

    Handled handled = messages.handle(new QueueMessage.UnknownWork(job.key(), "step"));

    assertThat(handled.isTrouble()).isTrue();
    assertThat(handled.line()).contains(job.key().id().toString()).contains("step");
    assertThat(api.fixture.now(job).status()).isEqualTo(JobStatus.QUEUED);
    assertThat(api.fixture.now(job).progress().attempt()).isZero();
  }

  @Test
  void bury_messageOfAJob_putsItBack() {
    Job job = dropped();

    Handled handled = messages.bury(new QueueMessage.OfJob(job.key(), null));

    assertThat(handled.line()).endsWith("buried: PUT_BACK");
  }

  @Test
  void bury_drop_isAcceptedAllTheSame() {
    assertThat(messages.bury(new QueueMessage.Drop(ApiFixture.bell(""), "m1")).line())
        .endsWith("dropped: QUEUED");
  }
}
