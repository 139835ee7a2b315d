package io.quantumexecutor.local.host;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueServiceClient;
import com.azure.storage.queue.QueueServiceClientBuilder;
import com.azure.storage.queue.models.QueueMessageItem;
import com.azure.storage.queue.models.SendMessageResult;
import io.quantumexecutor.storage.SharedAzurite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QueueTriggersIT {
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final String STORAGE = SharedAzurite.ownAccount();

  @TempDir Path folder;
  private QueueClient queue;
  private QueueClient poison;

  @BeforeEach
  void emptyQueues() {
    QueueServiceClient service =
        new QueueServiceClientBuilder().connectionString(STORAGE).buildClient();
    queue = service.getQueueClient("work");
    poison = service.getQueueClient("work-poison");
    queue.deleteIfExists();
    poison.deleteIfExists();
  }

  @Test
  void message_queueMadeLater_runsWithMetadataAndIsDeleted() throws IOException {
    try (RunningHost running = start("none", LEASE)) {
      await().during(500, MILLISECONDS).until(running.functions.work::isEmpty);
      queue.create();
      SendMessageResult sent = queue.sendMessage("hello ψ");

      await().until(() -> !running.functions.work.isEmpty());
      assertThat(running.functions.work)
          .containsExactly(new SampleFunctions.Work("hello ψ", sent.getMessageId(), 1));
      await().until(() -> depth(queue) == 0);
    }
  }

  @Test
  void message_jsonWithId_shadowsTheMessageId() throws IOException {
    queue.create();
    queue.sendMessage("{\"id\": \"mine\"}");
    try (RunningHost running = start("none", LEASE)) {
      await().until(() -> !running.functions.work.isEmpty());
      assertThat(running.functions.work.get(0).id()).isEqualTo("mine");
    }
  }

  @Test
  void message_alwaysFailing_isTriedThenCopiedToPoison() throws IOException {
    queue.create();
    SendMessageResult sent = queue.sendMessage("fail me");
    try (RunningHost running = start("none", LEASE)) {
      await().atMost(20, SECONDS).until(() -> !running.functions.poison.isEmpty());

      assertThat(running.functions.work)
          .extracting(SampleFunctions.Work::dequeueCount)
          .containsExactly(1L, 2L, 3L);
      SampleFunctions.Work buried = running.functions.poison.get(0);
      assertThat(buried.text()).isEqualTo("fail me");
      assertThat(buried.id()).isNotEqualTo(sent.getMessageId());
      assertThat(buried.dequeueCount()).isEqualTo(1);
      await().until(() -> depth(queue) == 0 && depth(poison) == 0);
    }
  }

  @Test
  void poisonMessage_failing_staysHiddenUntilItsLeaseEnds() throws IOException {
    queue.create();
    queue.sendMessage("fail twice");
    try (RunningHost running = start("none", LEASE)) {
      await().atMost(20, SECONDS).until(() -> !running.functions.poison.isEmpty());
      await()
          .during(2, SECONDS)
          .until(() -> running.functions.poison.size() == 1 && depth(poison) == 1);
    }
  }

  @Test
  void message_runningLongerThanItsLease_isKeptHidden() throws IOException {
    queue.create();
    queue.sendMessage("wait for it");
    try (RunningHost running = start("none", Duration.ofSeconds(2))) {
      await().until(() -> !running.functions.work.isEmpty());
      await()
          .during(5, SECONDS)
          .atMost(10, SECONDS)
          .until(() -> running.functions.work.size() == 1 && depth(queue) == 1);
      running.functions.release.countDown();
      await().until(() -> depth(queue) == 0);
    }
  }

  @Test
  void messages_slow_runInParallelUpToBatchAndThreshold() throws IOException {
    queue.create();
    IntStream.range(0, 30).forEach(i -> queue.sendMessage("wait " + i));
    try (RunningHost running = start("none", LEASE)) {
      await().until(() -> running.functions.work.size() == 16);
      await().during(1, SECONDS).until(() -> running.functions.work.size() == 16);
      running.functions.release.countDown();
      await().until(() -> running.functions.work.size() == 30 && depth(queue) == 0);
    }
  }

  @Test
  void message_base64_isDecodedAndOtherTextGoesToPoisonWithoutRun() throws IOException {
    queue.create();
    queue.sendMessage(
        Base64.getEncoder().encodeToString("plain ψ".getBytes(StandardCharsets.UTF_8)));
    queue.sendMessage("no base64!");
    try (RunningHost running = start("base64", LEASE)) {
      await().until(() -> !running.functions.work.isEmpty() && depth(queue) == 0);

      assertThat(running.functions.work)
          .extracting(SampleFunctions.Work::text)
          .containsExactly("plain ψ");
      assertThat(running.functions.poison).isEmpty();
      assertThat(depth(poison)).isEqualTo(1);
    }
  }

  @Test
  void message_taken_isInvisibleForTheLease() throws IOException {
    queue.create();
    queue.sendMessage("wait");
    try (RunningHost running = start("none", LEASE)) {
      await().until(() -> !running.functions.work.isEmpty());
      List<QueueMessageItem> visible = queue.receiveMessages(1).stream().toList();
      assertThat(visible).isEmpty();
    }
  }

  private RunningHost start(String encoding, Duration lease) throws IOException {
    return RunningHost.queues(folder, STORAGE, encoding, lease);
  }

  /** Hidden messages count too. */
  private static long depth(QueueClient queue) {
    return queue.getProperties().getApproximateMessagesCountLong();
  }
}
