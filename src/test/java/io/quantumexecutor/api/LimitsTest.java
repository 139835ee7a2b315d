package io.quantumexecutor.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.lifecycle.accept.CountActiveJobs;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private final ApiWorld api = new ApiWorld();

  private static ApiResponse list(JobApi jobs) {
    return jobs.list(ApiWorld.request("/api/jobs"));
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

    api.world.clock.advance(Duration.ofSeconds(10));
    assertThat(list(jobs).status()).isEqualTo(200);
    assertThat(list(jobs).status()).isEqualTo(429);
  }

  @Test
  void take_twoOwners_haveBucketsOfTheirOwn() {
    RateLimit rate = new RateLimit(1, api.world.clock);

    assertThat(rate.take(new Owner("a")).allowed()).isTrue();
    assertThat(rate.take(new Owner("a")).allowed()).isFalse();
    assertThat(rate.take(new Owner("b")).allowed()).isTrue();
  }

  @Test
  void submit_asManyUnfinishedJobsAsAllowed_isRefusedUntilOneEnds() {
    JobApi jobs = api.jobs(CallerPolicy.SINGLE_OWNER, 1_000, 2);
    CountActiveJobs count = new CountActiveJobs(api.world.ownerCounts, api.world.clock);
    String first = api.submittedId(ApiWorld.bell(""));
    api.submittedId(ApiWorld.bell(""));
    count.countIfDue();

    ApiResponse refused = jobs.submit(ApiWorld.post(ApiWorld.bell(""), Map.of()));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headers()).containsEntry("Retry-After", "60");
    assertThat(ApiWorld.json(refused).path("type").textValue())
        .isEqualTo("/problems/too-many-active-jobs");

    api.jobs.cancel(ApiWorld.request("/api/jobs/" + first + "/cancel"));
    api.world.clock.advance(Duration.ofMinutes(2));
    count.countIfDue();
    assertThat(api.world.ownerCounts.active(ApiWorld.OWNER)).isEqualTo(1);
    assertThat(jobs.submit(ApiWorld.post(ApiWorld.bell(""), Map.of())).status()).isEqualTo(202);
  }

  @Test
  void countIfDue_withinAMinute_readsNothing() {
    CountActiveJobs count = new CountActiveJobs(api.world.ownerCounts, api.world.clock);
    count.countIfDue();
    api.submittedId(ApiWorld.bell(""));

    count.countIfDue();
    assertThat(api.world.ownerCounts.active(ApiWorld.OWNER)).isZero();

    api.world.clock.advance(Duration.ofMinutes(1));
    count.countIfDue();
    assertThat(api.world.ownerCounts.active(ApiWorld.OWNER)).isEqualTo(1);
  }
}
