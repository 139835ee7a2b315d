package io.quantumexecutor.quantum;

import static io.quantumexecutor.quantum.StubService.answer;
import static io.quantumexecutor.quantum.StubService.cutShort;
import static io.quantumexecutor.quantum.StubService.error;
import static io.quantumexecutor.quantum.StubService.hangUp;
import static io.quantumexecutor.quantum.StubService.json;
import static io.quantumexecutor.quantum.StubbedClient.ID;
import static io.quantumexecutor.quantum.StubbedClient.bell;
import static io.quantumexecutor.quantum.StubbedClient.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quantumexecutor.quantum.StubService.Reply;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;
import io.quantumexecutor.workspace.QuantumWorkspace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client makes of every kind of trouble, and how often it asks. */
@Timeout(60)
class TroubleIT {
  private final StubService service = new StubService();
  private final StubbedClient stubbed = new StubbedClient(service);
  private final QuantumWorkspace client = stubbed.open();

  @AfterEach
  void stop() {
    service.close();
  }

  static Stream<Arguments> answersToOneAttempt() {
    return Stream.of(
        Arguments.of("429", error(429, "TooManyRequests"), Kind.TRY_LATER, "TooManyRequests"),
        Arguments.of("429 without body", json(429, ""), Kind.TRY_LATER, "http-429"),
        Arguments.of(
            "409 down", error(409, "TargetUnavailable"), Kind.TRY_LATER, "TargetUnavailable"),
        Arguments.of("409 other", error(409, "Conflict"), Kind.UNCERTAIN, "Conflict"),
        Arguments.of("408", json(408, ""), Kind.UNCERTAIN, "http-408"),
        Arguments.of("500", error(500, "InternalError"), Kind.UNCERTAIN, "InternalError"),
        Arguments.of("502 in HTML", json(502, "<html>bad"), Kind.UNCERTAIN, "http-502"),
        Arguments.of("503", json(503, ""), Kind.UNCERTAIN, "http-503"),
        Arguments.of("504", json(504, ""), Kind.UNCERTAIN, "http-504"),
        Arguments.of("401 without body", json(401, ""), Kind.DENIED, "http-401"),
        Arguments.of(
            "403 rights",
            error(403, "InsufficientPermissions"),
            Kind.DENIED,
            "InsufficientPermissions"),
        Arguments.of("403 without body", json(403, ""), Kind.DENIED, "http-403"),
        Arguments.of(
            "403 job", error(403, "InvalidJobDefinition"), Kind.REJECTED, "InvalidJobDefinition"),
        Arguments.of(
            "400", error(400, "InvalidJobDefinition"), Kind.REJECTED, "InvalidJobDefinition"),
        Arguments.of("404", json(404, ""), Kind.REJECTED, "http-404"),
        Arguments.of("413", json(413, ""), Kind.REJECTED, "http-413"),
        Arguments.of(
            "redirect", answer(307, Map.of("Location", "/else"), ""), Kind.UNCERTAIN, "http-307"),
        Arguments.of("cut short", cutShort("{\"id\""), Kind.UNCERTAIN, "connection-lost"),
        Arguments.of("hung up", hangUp(), Kind.UNCERTAIN, "connection-lost"),
        Arguments.of("empty 200", json(200, ""), Kind.UNCERTAIN, "unreadable-answer"),
        Arguments.of("204", json(204, ""), Kind.UNCERTAIN, "unreadable-answer"),
        Arguments.of("half JSON", json(200, "{\"id\":"), Kind.UNCERTAIN, "unreadable-answer"),
        Arguments.of("list", json(200, "[1, 2]"), Kind.UNCERTAIN, "unreadable-answer"),
        Arguments.of(
            "two values", json(200, job("Waiting") + "{}"), Kind.UNCERTAIN, "unreadable-answer"),
        Arguments.of(
            "no status", json(200, "{\"id\":\"" + ID + "\"}"), Kind.UNCERTAIN, "unreadable-answer"),
        Arguments.of(
            "another job",
            json(200, job("Waiting").replace("abcd", "abce")),
            Kind.UNCERTAIN,
            "unreadable-answer"),
        Arguments.of("deep", json(200, "[".repeat(20_000)), Kind.UNCERTAIN, "unreadable-answer"),
        Arguments.of("huge", json(200, " ".repeat(1 << 17)), Kind.UNCERTAIN, "answer-too-large"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answersToOneAttempt")
  void create_answered_isClassifiedAfterOneRequest(
      String name, Reply reply, Kind kind, String code) {
    service.will(reply);

    QuantumException trouble = trouble(() -> client.create(bell()));

    assertThat(trouble.kind()).isEqualTo(kind);
    assertThat(trouble.code()).isEqualTo(code);
    assertThat(service.seen()).as("requests").hasSize(1);
    assertThat(stubbed.pauses).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {500, 503, 429, 408})
  void cancel_troubleAtTheService_isSentOnce(int status) {
    service.will(json(status, ""));

    assertThat(trouble(() -> client.cancel(ID)).httpStatus()).isEqualTo(status);
    assertThat(service.seen()).hasSize(1);
  }

  @Test
  void create_answerTooSlow_isUncertainAfterOneRequest() {
    service.will(slow());
    QuantumWorkspace impatient =
        stubbed.openImpatient(Duration.ofSeconds(2), Duration.ofSeconds(20));

    QuantumException trouble = trouble(() -> impatient.create(bell()));

    assertThat(trouble.kind()).isEqualTo(Kind.UNCERTAIN);
    assertThat(trouble.code()).isEqualTo("timed-out");
    assertThat(service.seen()).hasSize(1);
  }

  @Test
  void create_answerDrips_isUncertainWhenTheWholeTakesTooLong() {
    service.will(
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000);
          for (int i = 0; i < 1_000; i++) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            waitFor(Duration.ofMillis(20));
          }
        });
    QuantumWorkspace impatient =
        stubbed.openImpatient(Duration.ofSeconds(20), Duration.ofSeconds(1));

    QuantumException trouble = trouble(() -> impatient.create(bell()));

    assertThat(trouble.kind()).isEqualTo(Kind.UNCERTAIN);
    assertThat(trouble.code()).isEqualTo("timed-out");
  }

  @Test
  void create_nobodyListens_mayBeTriedLater() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    QuantumWorkspace nowhere =
        stubbed.open(URI.create("http://127.0.0.1:" + port), StubbedClient.key());

    QuantumException trouble = trouble(() -> nowhere.create(bell()));

    assertThat(trouble.kind()).isEqualTo(Kind.TRY_LATER);
    assertThat(trouble.code()).isEqualTo("no-connection");
  }

  @Test
  void create_hostUnknown_mayBeTriedLater() {
    QuantumWorkspace nowhere =
        stubbed.open(URI.create("http://no-such-host.invalid"), StubbedClient.key());

    assertThat(trouble(() -> nowhere.create(bell())).kind()).isEqualTo(Kind.TRY_LATER);
  }

  @Test
  void create_serverSpeaksNoTls_mayBeTriedLater() {
    QuantumWorkspace confused =
        stubbed.open(URI.create("https://" + service.hostAndPort()), StubbedClient.key());

    QuantumException trouble = trouble(() -> confused.create(bell()));

    assertThat(trouble.kind()).isEqualTo(Kind.TRY_LATER);
    assertThat(service.seen()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "30|PT30S",
        "0|PT0S",
        "999999999999999999999|PT1H",
        "7200|PT1H",
        "-5|",
        "soon|",
        "1.5|",
        "Sun, 01 Mar 2026 12:00:45 GMT|PT45S",
        "Sun, 01 Mar 2026 11:59:00 GMT|",
        "Wed, 01 Mar 2028 12:00:00 GMT|PT1H",
      },
      delimiter = '|')
  void create_retryAfter_isReadWithinReason(String header, String expected) {
    service.will(answer(429, Map.of("Retry-After", header), ""));

    QuantumException trouble = trouble(() -> client.create(bell()));

    assertThat(trouble.retryAfter().map(Duration::toString).orElse(null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 408})
  void find_troubleAtTheService_isRepeatedTwice(int status) {
    service.will(json(status, ""), json(status, ""), json(200, job("Queued")));

    assertThat(client.find(ID).orElseThrow().status()).isEqualTo("Queued");
    assertThat(service.seen()).hasSize(3);
    assertThat(stubbed.pauses).hasSize(2);
  }

  static Stream<Arguments> lastingTrouble() {
    return Stream.of(
        Arguments.of(json(500, ""), 3),
        Arguments.of(cutShort("{"), 3),
        Arguments.of(answer(503, Map.of("Retry-After", "20"), ""), 1),
        Arguments.of(json(429, ""), 1),
        Arguments.of(json(200, "{}"), 1),
        Arguments.of(answer(302, Map.of("Location", "/else"), ""), 1));
  }

  @ParameterizedTest
  @MethodSource("lastingTrouble")
  void find_troubleLasts_mayBeTriedLater(Reply reply, int requests) {
    service.will(reply, reply, reply, reply);

    QuantumException trouble = trouble(() -> client.find(ID));

    assertThat(trouble.kind()).isEqualTo(Kind.TRY_LATER);
    assertThat(service.seen()).hasSize(requests);
  }

  @Test
  void create_messageOfTheService_isOneLineWithoutSignature() {
    service.will(
        json(
            400,
            "{\"error\":{\"code\":\"Bad\",\"message\":\"no blob at"
                + " https://a/b?sv=1&sig=TOPSECRET%3D\\r\\nINFO forged\"}}"));

    String message = trouble(() -> client.create(bell())).getMessage();

    assertThat(message).doesNotContain("TOPSECRET", "\n", "\r").contains("sig=REDACTED");
  }

  @Test
  void create_hundredTimes_sendsHundredRequests() {
    List<Reply> replies = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      replies.add(i % 2 == 0 ? hangUp() : json(200, job("Waiting")));
    }
    service.will(replies.toArray(Reply[]::new));

    for (int i = 0; i < 100; i++) {
      if (i % 2 == 0) {
        assertThat(trouble(() -> client.create(bell())).kind()).isEqualTo(Kind.UNCERTAIN);
      } else {
        client.create(bell());
      }
    }

    assertThat(service.seen()).hasSize(100);
  }

  private static Reply slow() {
    return exchange -> {
      waitFor(Duration.ofSeconds(30));
      json(200, job("Waiting")).to(exchange);
    };
  }

  private static void waitFor(Duration time) {
    Pause.real().pause(time);
  }

  private static QuantumException trouble(ThrowingCallable call) {
    QuantumException trouble = catchThrowableOfType(QuantumException.class, call);
    assertThat(trouble).as("trouble").isNotNull();
    return trouble;
  }
}
