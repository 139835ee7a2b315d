package io.quantumexecutor.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumexecutor.job.SettableClock;
import io.quantumexecutor.workspace.WorkspaceStatus.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkspaceStatusTest {
  private final QuantumException outage =
      new QuantumException(QuantumException.Kind.TRY_LATER, 503, "outage", "closed", null);

  private final SettableClock clock = new SettableClock();
  private final FakeWorkspace workspace = new FakeWorkspace(clock);
  private final WorkspaceStatus status = new WorkspaceStatus(() -> workspace, clock);

  @Test
  void snapshot_manyAtOnce_asksOnce() {
    int callers = 16;
    CountDownLatch together = new CountDownLatch(callers);
    WorkspaceStatus slow =
        new WorkspaceStatus(
            () -> {
              awaitUninterrupted(together);
              return workspace;
            },
            clock);
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      List<CompletableFuture<Snapshot>> asked =
          IntStream.range(0, callers)
              .mapToObj(
                  any ->
                      CompletableFuture.supplyAsync(
                          () -> {
                            together.countDown();
                            return slow.snapshot();
                          },
                          threads))
              .toList();

      assertThat(asked).allSatisfy(it -> assertThat(it.join().targets()).hasSize(1));
      assertThat(workspace.calls).containsExactly("targets");
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void snapshot_afterAMinute_asksAgain() {
    status.snapshot();
    clock.advance(Duration.ofSeconds(59));
    status.snapshot();
    assertThat(workspace.calls).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
    status.snapshot();
    assertThat(workspace.calls).hasSize(2);
  }

  @Test
  void snapshot_trouble_isSaidAndNotAskedAgainForSomeSeconds() {
    workspace.failBefore("targets", outage);

    assertThat(status.snapshot().trouble()).isEqualTo("outage");
    assertThatThrownBy(status::targets)
        .isInstanceOfSatisfying(
            QuantumException.class,
            thrown -> {
              assertThat(thrown.kind()).isEqualTo(outage.kind());
              assertThat(thrown.httpStatus()).isEqualTo(outage.httpStatus());
              assertThat(thrown.code()).isEqualTo(outage.code());
              assertThat(thrown).hasMessage(outage.getMessage());
              assertThat(thrown.retryAfter()).isEqualTo(outage.retryAfter());
            });
    assertThat(workspace.calls).hasSize(1);
    clock.advance(Duration.ofSeconds(10));
    assertThat(status.snapshot().trouble()).isNull();
    assertThat(status.targets()).hasSize(1);
  }

  @Test
  void quotas_areOfTheProviderOrNotKnown() {
    assertThat(status.quotas("IonQ").orElseThrow()).hasSize(1);
    assertThat(status.quotas("rigetti").orElseThrow()).isEmpty();
    clock.advance(Duration.ofMinutes(1));
    workspace.failBefore("quotas", outage);
    assertThat(status.quotas("ionq")).isEmpty();
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
