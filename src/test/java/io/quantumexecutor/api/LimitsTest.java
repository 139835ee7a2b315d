package io.quantumexecutor.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.lifecycle.accept.CountActiveJobs;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private final ApiFixture api = new ApiFixture();

  private static ApiResponse list(JobApi jobs) {
    return jobs.list(ApiFixture.request("/api/jobs"));
  }

  @Test
  void requests_moreThanTheBucketHolds_areTurnedAwayUntilItRefills() {
    JobApi jobs = api.jobs(CallerPolicy.SINGLE_OWNER, 6, 100);
    for (int i = 5; i >= 0; i--) {
      assertThat(list(jobs).headers().get("RateLimit")).startsWith("\"requests\";r=" + i + ";");
    }

    ApiResponse refused = list(jobs);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headers())
        .containsEntry("Retry-After", "10")
        .containsEntry("RateLimit", "\"requests\";r=0;t=10")
        .containsEntry("RateLimit-Policy", "\"requests\";q=6;w=60");

    api.fixture.clock.advance(Duration.ofSeconds(10));
    assertThat(list(jobs).status()).isEqualTo(200);
    assertThat(list(jobs).status()).isEqualTo(429);
  }

  @Test
  void take_twoOwners_haveBucketsOfTheirOwn() {
    RateLimit rate = new RateLimit(1, api.fixture.clock);

    assertThat(rate.take(new Owner("a")).allowed()).isTrue();
    assertThat(rate.take(new Owner("a")).allowed()).isFalse();
    assertThat(rate.take(new Owner("b")).allowed()).isTrue();
  }

  @Test
  void submit_asManyUnfinishedJobsAsAllowed_isRefusedUntilOneEnds() {
    JobApi jobs = api.jobs(CallerPolicy.SINGLE_OWNER, 1_000, 2);
    CountActiveJobs count = new CountActiveJobs(api.fixture.ports.ownerCounts(), api.fixture.clock);
    String first = api.submittedId(ApiFixture.bell(""));
    api.submittedId(ApiFixture.bell(""));
    count.countIfDue();

    ApiResponse refused = jobs.submit(ApiFixture.post(ApiFixture.bell(""), Map.of()));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headers()).containsEntry("Retry-After", "60");
    assertThat(ApiFixture.json(refused).path("type").textValue())
        .isEqualTo("/problems/too-many-active-jobs");

    api.jobs.cancel(ApiFixture.request("/api/jobs/" + first + "/cancel"));
    api.fixture.clock.advance(Duration.ofMinutes(2));
    count.countIfDue();
    assertThat(api.fixture.ports.ownerCounts().active(ApiFixture.OWNER).jobs()).isEqualTo(1);
    assertThat(jobs.submit(ApiFixture.post(ApiFixture.bell(""), Map.of())).status()).isEqualTo(202);
  }

  @Test
  void countIfDue_withinAMinute_readsNothing() {
    CountActiveJobs count = new CountActiveJobs(api.fixture.ports.ownerCounts(), api.fixture.clock);
    count.countIfDue();
    api.submittedId(ApiFixture.bell(""));

    count.countIfDue();
    assertThat(api.fixture.ports.ownerCounts().active(ApiFixture.OWNER).jobs()).isZero();

    api.fixture.clock.advance(Duration.ofMinutes(1));
    count.countIfDue();
    assertThat(api.fixture.ports.ownerCounts().active(ApiFixture.OWNER).jobs()).isEqualTo(1);
  }

  @Test
  void submit_manyWithinAMinute_areCountedAtOnce() {
    JobApi jobs = api.jobs(CallerPolicy.SINGLE_OWNER, 1_000, 20);
    int accepted = 0;
    for (int n = 0; n < 60; n++) {
      int status = jobs.submit(ApiFixture.post(ApiFixture.bell(""), Map.of())).status();
      accepted += status == 202 ? 1 : 0;
      api.fixture.clock.advance(Duration.ofSeconds(1));
    }

    assertThat(accepted).isEqualTo(20);
  }

  @Test
  void submit_whatIsRefused_takesNoRoom() {
    JobApi jobs = api.jobs(CallerPolicy.SINGLE_OWNER, 1_000, 1);
    for (int n = 0; n < 5; n++) {
      assertThat(jobs.submit(ApiFixture.post("{}", Map.of())).status()).isEqualTo(400);
    }

    assertThat(jobs.submit(ApiFixture.post(ApiFixture.bell(""), Map.of())).status()).isEqualTo(202);
  }

  @Test
  void submit_repeatedUnderOneKey_takesRoomOnce() {
    JobApi jobs = api.jobs(CallerPolicy.SINGLE_OWNER, 1_000, 2);
    for (int n = 0; n < 5; n++) {
      ApiResponse same =
          jobs.submit(ApiFixture.post(ApiFixture.bell(""), Map.of("idempotency-key", "one")));
      assertThat(same.status()).isEqualTo(202);
    }

    assertThat(jobs.submit(ApiFixture.post(ApiFixture.bell(""), Map.of())).status()).isEqualTo(202);
  }
}
