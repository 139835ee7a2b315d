package io.quantumexecutor.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.job.JobId;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.TraceContext;
import org.junit.jupiter.api.Test;

final class StorageDispatchQueueTest {
  private static final JobKey KEY =
      new JobKey(
          new Owner("alice"), JobId.parse("019AAB00-0000-7000-8000-00000000000f").orElseThrow());

  @Test
  void send_job_holdsIdAndOwnerOnly() {
    InMemoryMessages messages = new InMemoryMessages();

    new StorageDispatchQueue(messages, new TraceContext()).send(KEY);

    assertThat(messages.sent())
        .containsExactly(
            "{\"job_id\":\"019aab00-0000-7000-8000-00000000000f\",\"owner\":\"alice\"}");
  }

  @Test
  void send_withinATrace_carriesIt() {
    InMemoryMessages messages = new InMemoryMessages();
    TraceContext trace = new TraceContext();
    StorageDispatchQueue queue = new StorageDispatchQueue(messages, trace);
    String parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    for (String given : new String[] {parent, "00-\",\"owner\":\"eve"}) {
      trace.within(
          given,
          () -> {
            queue.send(KEY);
            return true;
          });
    }

    assertThat(messages.sent().get(0)).endsWith(",\"traceparent\":\"" + parent + "\"}");
    assertThat(messages.sent().get(1)).endsWith("\"owner\":\"alice\"}");
  }
}
