package io.quantumexecutor.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.Owner;
import org.junit.jupiter.api.Test;

final class StorageDispatchQueueTest {
  private static final JobKey KEY =
      new JobKey(
          new Owner("alice"), JobId.parse("019AAB00-0000-7000-8000-00000000000f").orElseThrow());

  @Test
  void send_job_holdsIdAndOwnerOnly() {
    InMemoryMessages messages = new InMemoryMessages();

    new StorageDispatchQueue(messages).send(KEY);

    assertThat(messages.sent())
        .containsExactly(
            "{\"job_id\":\"019aab00-0000-7000-8000-00000000000f\",\"owner\":\"alice\"}");
  }
}
