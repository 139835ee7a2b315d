package io.quantumexecutor.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.job.QueueMessage.Drop;
import io.quantumexecutor.job.QueueMessage.OfJob;
import io.quantumexecutor.job.QueueMessage.UnknownWork;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueueMessageTest {
  private static final String ID = "019aab00-0000-7000-8000-00000000000f";
  private static final JobKey KEY = new JobKey(new Owner("alice"), JobId.parse(ID).orElseThrow());

  static Stream<QueueMessage> messages() {
    return Stream.of(
        new OfJob(KEY, null),
        new OfJob(KEY, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
        new UnknownWork(KEY, "step"),
        new Drop("{\"program\": \"OPENQASM 2.0;\"}", "m1"),
        new Drop("\u0000 \" \\ \ud83d\ude00 no JSON", "m1"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void parse_whatWasWritten_isTheSame(QueueMessage message) {
    assertThat(QueueMessage.parse(message.write(), "another id")).isEqualTo(message);
  }

  @Test
  void messages_ofEveryKind_areTried() {
    assertThat(messages().map(Object::getClass).distinct())
        .containsExactlyInAnyOrder(QueueMessage.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage",
        "[1,2]",
        "{\"job_id\": \"x\", \"owner\": \"alice\"}",
        "{\"job_id\": \"" + ID + "\"}",
        "{\"job_id\": \"" + ID + "\", \"owner\": \"../x\"}",
        "{\"job_id\": \"" + ID + "\", \"owner\": \"alice\", \"program\": \"h q[0];\"}",
        "{\"drop\": \"a\", \"first_id\": \"b\", \"program\": \"c\"}"
      })
  void parse_whatIsNotOurs_isADropAsItStands(String text) {
    assertThat(QueueMessage.parse(text, "m1")).isEqualTo(new Drop(text, "m1"));
  }

  @Test
  void parse_stepOfAnotherVersion_namesIt() {
    String text = "{\"work\":\"step\",\"job_id\":\"" + ID + "\",\"owner\":\"alice\",\"round\":3}";

    assertThat(QueueMessage.parse(text, "m1")).isEqualTo(new UnknownWork(KEY, "step"));
  }
}
