package io.quantumexecutor.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkLedgerTest {
  private static final long MIB = 1L << 20;

  private final WorkLedger ledger = new WorkLedger(10 * MIB, Duration.ZERO);

  @Test
  void within_roomForFour_turnsAwayTheFifth() {
    assertThat(nested(4)).isEqualTo(4);
    assertThatExceptionOfType(BusyException.class).isThrownBy(() -> nested(5));
    assertThat(nested(4)).as("everything was given back").isEqualTo(4);
  }

  private int nested(int deep) {
    return deep == 0 ? 0 : 1 + ledger.within(5 * MIB / 2 - 1_024, () -> nested(deep - 1));
  }

  @Test
  void within_moreThanThereIs_leavesAQuarterToSmallWork() {
    String answer =
        ledger.within(
            1_000 * MIB,
            () -> {
              assertThatExceptionOfType(BusyException.class)
                  .isThrownBy(() -> ledger.within(3 * MIB, () -> "large too"));
              return ledger.within(2 * MIB, () -> "small");
            });

    assertThat(answer).isEqualTo("small");
  }

  @Test
  void within_workThatFails_givesItsShareBack() {
    for (int n = 0; n < 3; n++) {
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(
              () ->
                  ledger.within(
                      7 * MIB,
                      () -> {
                        throw new IllegalStateException("broken");
                      }));
    }

    assertThat(ledger.within(7 * MIB, () -> true)).isTrue();
  }

  @Test
  void within_manyThreads_neverExceedTheLedger() throws Exception {
    WorkLedger patient = new WorkLedger(10 * MIB, Duration.ofSeconds(20));
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> all =
          IntStream.range(0, 200)
              .mapToObj(
                  n ->
                      threads.submit(
                          () ->
                              patient.within(
                                  2 * MIB,
                                  () -> {
                                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                    return inside.decrementAndGet();
                                  })))
              .toList();
      for (Future<Integer> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(most.get()).isBetween(1, 4);
  }
}
