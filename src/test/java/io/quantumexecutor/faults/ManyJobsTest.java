package io.quantumexecutor.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.faults.SimulatedProvider.ProviderQuirks;
import io.quantumexecutor.job.IdempotencyKey;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A flood of jobs while one call in a hundred fails. */
class ManyJobsTest {
  private static final int JOBS = 5_000;
  private static final double SHARE = 0.01;

  @Test
  void fiveThousandJobs_onePercentOfCallsFailing_allEndAndNoneTwice() {
    Simulation fixture = new Simulation(1, ProviderQuirks.GOOD);
    for (int i = 0; i < JOBS; i++) {
      IdempotencyKey key = new IdempotencyKey(Integer.toHexString(i), "fingerprint");
      fixture.submitAfter(Duration.ZERO, new Client(key, ""));
    }
    fixture.injector.follow(FaultPlan.failing(fixture.random, SHARE));
    fixture.lookEvery(2_000);

    long begin = System.nanoTime();
    Duration virtual = fixture.run();
    double seconds = (System.nanoTime() - begin) / 1e9;

    System.out.printf(
        Locale.ROOT,
        "%d jobs with %s: all ended within %s of their time, %.0f jobs/s of ours%n",
        JOBS,
        fixture.fired(),
        virtual,
        JOBS / seconds);
    assertThat(fixture.fired()).containsKeys(Fault.FAIL_BEFORE, Fault.FAIL_AFTER);
  }
}
