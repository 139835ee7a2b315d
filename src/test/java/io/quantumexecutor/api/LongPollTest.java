package io.quantumexecutor.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class LongPollTest {
  private final ApiFixture api = new ApiFixture();
  private final String id = api.submittedId(ApiFixture.bell(""));

  private LongPoll poll(Consumer<Duration> pause) {
    return new LongPoll(api.fixture.read, pause, api.fixture.clock);
  }

  private JobKey key() {
    return new JobKey(ApiFixture.OWNER, JobId.parse(id).orElseThrow());
  }

  private ApiRequest get(String wait) {
    return ApiFixture.request("/api/jobs/" + id, "wait", wait);
  }

  @Test
  void get_nothingChanges_answersWhenTheTimeIsOver() {
    Instant begin = api.fixture.clock.instant();

    ApiResponse answer = api.jobs.get(get("5"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).doesNotContainKey("Retry-After");
    assertThat(Duration.between(begin, api.fixture.clock.instant()))
        .isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void await_statusChangesMeanwhile_endsAtTheNextLook() {
    List<Duration> pauses = new ArrayList<>();
    LongPoll poll =
        poll(
            time -> {
              pauses.add(time);
              api.fixture.clock.advance(time);
              if (pauses.size() == 3) {
                api.fixture.useCases.cancel().cancel(key());
              }
            });

    assertThat(poll.await(get("60"), key())).isTrue();
    assertThat(pauses).hasSize(3).containsOnly(Duration.ofSeconds(1));
  }

  @Test
  void get_finalJob_isAnsweredAtOnce() {
    api.fixture.useCases.cancel().cancel(key());
    Instant begin = api.fixture.clock.instant();

    assertThat(api.jobs.get(get("60")).status()).isEqualTo(200);
    assertThat(api.fixture.clock.instant()).isEqualTo(begin);
  }

  @Test
  void get_unknownJob_is404AtOnce() {
    Instant begin = api.fixture.clock.instant();
    String other = "01a202f4-ca0b-76a6-8a74-6173a93c692b";

    assertThat(api.jobs.get(ApiFixture.request("/api/jobs/" + other, "wait", "9")).status())
        .isEqualTo(404);
    assertThat(api.fixture.clock.instant()).isEqualTo(begin);
  }

  @Test
  void await_ninthWaiter_isTurnedAwayAndTheNextAfterThemIsNot() {
    List<Boolean> waited = new ArrayList<>();
    List<LongPoll> self = new ArrayList<>();
    self.add(
        poll(
            time -> {
              if (waited.size() < 1 && !self.get(0).await(get("1"), key())) {
                waited.add(false);
              }
              api.fixture.clock.advance(time);
            }));

    assertThat(self.get(0).await(get("1"), key())).isTrue();
    assertThat(waited).containsExactly(false);
    assertThat(self.get(0).await(get("1"), key())).isTrue();
  }

  @Test
  void await_otherOwnersWaiters_leaveRoomForMine() {
    List<Boolean> mine = new ArrayList<>();
    List<LongPoll> self = new ArrayList<>();
    JobKey ofAnother = otherOwnersJob();
    self.add(
        poll(
            time -> {
              api.fixture.clock.advance(time);
              if (mine.isEmpty() && !self.get(0).await(get("9"), ofAnother)) {
                mine.add(false);
                mine.set(0, self.get(0).await(get("1"), key()));
              }
            }));

    self.get(0).await(get("9"), ofAnother);

    assertThat(mine).containsExactly(true);
  }

  private JobKey otherOwnersJob() {
    return api.fixture.accepted().key();
  }

  @ParameterizedTest
  @ValueSource(strings = {"61", "-1", "1.5", "x", "", "100", "٣", " 1"})
  void get_waitThatIsNoTime_is400(String wait) {
    ApiResponse answer = api.jobs.get(get(wait));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(ApiFixture.json(answer).path("errors").get(0).path("pointer").textValue())
        .isEqualTo("?wait");
  }
}
