package io.quantumexecutor.lifecycle.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantumexecutor.job.EventFilter;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.IdempotencyKey;
import io.quantumexecutor.job.Job;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.job.TimelineEntry;
import io.quantumexecutor.lifecycle.JobFixture;
import io.quantumexecutor.lifecycle.accept.AcceptOutcome;
import io.quantumexecutor.lifecycle.accept.RefusedMessage;
import io.quantumexecutor.lifecycle.keep.DeleteJob;
import io.quantumexecutor.workspace.FakeWorkspace;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told of a job, by events and callbacks. */
class JobEventsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final URI RECEIVER = URI.create("https://example.com/jobs");

  private final JobFixture fixture = new JobFixture();

  private Job accepted(EventFilter events, @Nullable URI callback) {
    Submission bell = JobFixture.submission("ionq.simulator", JobFixture.BELL, events, callback);
    AcceptOutcome outcome =
        fixture.useCases.accept().accept(JobFixture.OWNER, bell, FakeWorkspace.PARTITION, null);
    return ((AcceptOutcome.JobAccepted) outcome).job();
  }

  private Job ended(EventFilter events, @Nullable URI callback) {
    Job job = accepted(events, callback);
    fixture.useCases.dispatch().dispatch(job.key());
    fixture.finishAll(JobFixture.BELL_ANSWER);
    fixture.tick(Duration.ofSeconds(2));
    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.COMPLETED);
    return fixture.now(job);
  }

  private Job endedWithCallback() {
    return ended(EventFilter.END, RECEIVER);
  }

  private void deliverMessage(Job job) {
    fixture.useCases.dispatch().dispatch(job.key());
  }

  private List<String> typesSent() {
    return fixture.events().stream().map(text -> json(text).path("type").textValue()).toList();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  private static List<String> whys(Job job) {
    return job.timeline().entries().stream().map(TimelineEntry::why).toList();
  }

  @Test
  void end_nothingAskedFor_isOneCloudEventAndNothingIsPending() {
    Job job = ended(EventFilter.END, null);

    String id = job.key().id().toString();
    assertThat(fixture.events()).hasSize(1);
    assertThat(json(fixture.events().get(0)))
        .isEqualTo(
            json(
                """
                {"specversion": "1.0", "id": "%1$s-4", "source": "/api/jobs",
                 "type": "io.quantumexecutor.job.completed", "subject": "%1$s", "time": "%2$s",
                 "sequence": "4", "datacontenttype": "application/json",
                 "data": {"job_id": "%1$s", "owner": "alice", "status": "COMPLETED",
                          "provider_status": "Succeeded", "backend": "ionq.simulator",
                          "links": {"self": "/api/jobs/%1$s", "result": "/api/jobs/%1$s/result"}}}
                """
                    .formatted(id, job.progress().endedAt())));
    assertThat(job.outbox().isEmpty()).isTrue();
    assertThat(fixture.isActive(job)).isFalse();
  }

  @Test
  void all_wholeLife_isToldInOrder() {
    Job job = accepted(EventFilter.ALL, null);
    fixture.useCases.dispatch().dispatch(job.key());
    fixture.workspace.set(job.key().id(), "Executing");
    fixture.tick(Duration.ofSeconds(2));
    fixture.useCases.cancel().cancel(job.key());
    fixture.workspace.set(job.key().id(), "Cancelled");
    fixture.tick(Duration.ofMinutes(1));

    assertThat(typesSent())
        .containsExactly(
            "io.quantumexecutor.job.queued",
            "io.quantumexecutor.job.running",
            "io.quantumexecutor.job.cancelling",
            "io.quantumexecutor.job.cancelled");
    assertThat(fixture.now(job).outbox().isEmpty()).isTrue();
  }

  @Test
  void refusedDrop_finalFromTheFirstMoment_isToldToo() {
    fixture
        .useCases
        .accept()
        .refuse(
            JobFixture.OWNER,
            Failure.of("invalid-request", "no program"),
            new RefusedMessage("m1", null, List.of()),
            FakeWorkspace.PARTITION,
            new IdempotencyKey("ab", "fingerprint"));

    assertThat(typesSent()).containsExactly("io.quantumexecutor.job.failed");
    assertThat(fixture.tick(Duration.ofHours(1)).rows()).isZero();
  }

  @Test
  void callback_receiverIsWell_isCalledOnceWithTheSameEvent() {
    Job job = endedWithCallback();
    assertThat(fixture.callbacks.received()).as("never by the timer").isEmpty();

    deliverMessage(job);
    deliverMessage(job);

    assertThat(fixture.callbacks.received()).isEqualTo(fixture.events()).hasSize(1);
    assertThat(whys(fixture.now(job))).last().isEqualTo("callback delivered");
    assertThat(fixture.isActive(job)).isFalse();
  }

  @Test
  void callback_receiverIsDown_isRepeatedWithBackOffAndTheEventIsNot() {
    Job job = endedWithCallback();
    fixture.callbacks.answer("the receiver answered 503");
    deliverMessage(job);
    int messages = fixture.messages().size();
    for (int i = 0; i < 60; i++) {
      fixture.tick(Duration.ofMinutes(1));
    }
    int resent = fixture.messages().size() - messages;
    assertThat(resent).as("messages within an hour").isBetween(5, 10);

    fixture.callbacks.answer(null);
    deliverMessage(job);

    assertThat(fixture.callbacks.received()).hasSize(1);
    assertThat(fixture.events()).hasSize(1);
    assertThat(fixture.isActive(job)).isFalse();
  }

  @Test
  void callback_receiverIsDownForADay_isGivenUpWithTheReason() {
    Job job = endedWithCallback();
    fixture.callbacks.answer("the receiver answered 503");
    fixture.clock.advance(Duration.ofHours(23));
    deliverMessage(job);
    assertThat(fixture.isActive(job)).isTrue();
    fixture.clock.advance(Duration.ofHours(2));
    deliverMessage(job);

    assertThat(whys(fixture.now(job)))
        .last()
        .isEqualTo("callback given up: the receiver answered 503");
    assertThat(fixture.now(job).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(fixture.isActive(job)).isFalse();
  }

  @Test
  void delete_whileTheReceiverIsDown_leavesNothing() {
    Job job = endedWithCallback();

    assertThat(fixture.useCases.delete().delete(job.key())).isEqualTo(DeleteJob.Outcome.DELETED);
    deliverMessage(job);
    fixture.tick(Duration.ofHours(2));

    assertThat(fixture.callbacks.received()).isEmpty();
    assertThat(fixture.isActive(job)).isFalse();
  }

  @Test
  void retry_ofAJobWithACallback_hasItToo() {
    Job job = endedWithCallback();
    Submission kept = fixture.ports.jobs().submission(job.key()).orElseThrow();

    assertThat(kept.options().callback()).isEqualTo(RECEIVER);
  }
}
