package io.quantumexecutor.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quantumexecutor.job.Owner;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callbacks over real TLS, to receivers that mean well and others. */
@Timeout(60)
class SignedCallbacksIT {
  private static final Owner ALICE = new Owner("alice");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static HttpsReceiver receiver;

  @BeforeAll
  static void start() throws IOException, GeneralSecurityException {
    receiver = HttpsReceiver.start();
  }

  @AfterAll
  static void stop() {
    receiver.close();
  }

  private static URI at(String host, int port) {
    return URI.create("https://" + host + ":" + port + "/jobs?from=test");
  }

  /** Names lead to loopback without any look-up: the socket must not make one of its own. */
  private static SignedCallbacks to(URI target, SSLContext tls) {
    return to(target, tls, Duration.ofSeconds(2));
  }

  private static SignedCallbacks to(URI target, SSLContext tls, Duration limit) {
    return new SignedCallbacks(
        new CallbackKeys(new byte[32]),
        new CallbackRules(Set.of(target.getAuthority())),
        host -> List.of(InetAddress.getLoopbackAddress()),
        new PinnedPost(tls, limit),
        InstantSource.fixed(NOW));
  }

  @Test
  void post_receiverWithItsName_getsTheSignedEvent() throws IOException, GeneralSecurityException {
    receiver.answer(204);
    URI target = at("receiver.example.com", receiver.port());
    SignedCallbacks callbacks = to(target, receiver.trusting());

    assertThat(callbacks.post(ALICE, target, "{\"name\":\"Schrödinger\"}")).isEmpty();

    HttpsReceiver.Call call = receiver.calls().get(receiver.calls().size() - 1);
    assertThat(call.target()).isEqualTo("/jobs?from=test");
    assertThat(call.host()).isEqualTo(target.getAuthority());
    assertThat(call.contentType()).isEqualTo("application/cloudevents+json; charset=utf-8");
    assertThat(call.body()).isEqualTo("{\"name\":\"Schrödinger\"}");
    assertThat(call.signature()).startsWith("t=" + NOW.getEpochSecond() + ",v1=");
    assertThat(call.isSignedWith(callbacks.secretOf(ALICE))).isTrue();
    assertThat(call.isSignedWith(callbacks.secretOf(new Owner("bob")))).isFalse();
    assertThat(call.serverName()).isEqualTo("receiver.example.com");
    assertThat(call.headers())
        .containsExactlyInAnyOrder(
            "Connection",
            "Content-length",
            "Content-type",
            "Host",
            "User-agent",
            "X-quantum-signature");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/", "//a//b", "/a/../b/./c", "/%2e%2e/a%20b?c=%2F&d", "/x?", "/a;b=c?d=e?f"})
  void post_anyPath_isAskedForAsItIs(String path) throws IOException, GeneralSecurityException {
    receiver.answer(204);
    URI target = URI.create("https://localhost:" + receiver.port() + path);

    assertThat(to(target, receiver.trusting()).post(ALICE, target, "{}")).isEmpty();
    assertThat(receiver.calls().get(receiver.calls().size() - 1).target())
        .isEqualTo(path.isEmpty() ? "/" : path);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 307, 308, 400, 401, 407, 410, 429, 500, 503})
  void post_otherAnswer_isTroubleAndNothingIsFollowed(int status)
      throws IOException, GeneralSecurityException {
    receiver.answer(status);
    int before = receiver.calls().size();
    URI target = at("localhost", receiver.port());

    assertThat(to(target, receiver.trusting()).post(ALICE, target, "{}"))
        .get()
        .asString()
        .startsWith("the receiver answered " + status);
    assertThat(receiver.calls()).hasSize(before + 1);
  }

  @Test
  void post_certificateOfAnotherName_isNotSpokenTo() throws IOException, GeneralSecurityException {
    int before = receiver.calls().size();
    URI target = at("other.example.com", receiver.port());

    assertThat(to(target, receiver.trusting()).post(ALICE, target, "{}"))
        .contains("the receiver's certificate or TLS was not acceptable");
    assertThat(receiver.calls()).hasSize(before);
  }

  @Test
  void post_certificateOfNoAuthority_isNotSpokenTo() throws GeneralSecurityException {
    int before = receiver.calls().size();
    URI target = at("localhost", receiver.port());

    assertThat(to(target, SSLContext.getDefault()).post(ALICE, target, "{}"))
        .contains("the receiver's certificate or TLS was not acceptable");
    assertThat(receiver.calls()).hasSize(before);
  }

  @Test
  void post_serverThatNeverSpeaks_endsInTime() throws IOException, GeneralSecurityException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI target = at("localhost", silent.getLocalPort());
      long begin = System.nanoTime();

      assertThat(to(target, receiver.trusting()).post(ALICE, target, "{}")).isPresent();
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
    }
  }

  @Test
  void post_serverThatDrips_endsInTime() throws IOException, GeneralSecurityException {
    try (ServerSocket dripping = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> drips = CompletableFuture.runAsync(() -> drip(dripping));
      URI target = at("localhost", dripping.getLocalPort());
      long begin = System.nanoTime();

      assertThat(to(target, receiver.trusting()).post(ALICE, target, "{}")).isPresent();
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
      drips.join();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"HTTP/1.1 2", "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 204 None\r\nX: "})
  void post_headThatNeverEnds_endsInTime(String head) throws IOException, GeneralSecurityException {
    try (ServerSocket server = receiver.socket()) {
      CompletableFuture<Void> answer =
          CompletableFuture.runAsync(() -> answer(server, head, Duration.ofMillis(50)));
      URI target = at("localhost", server.getLocalPort());
      long begin = System.nanoTime();

      assertThat(to(target, receiver.trusting()).post(ALICE, target, "{}"))
          .contains("the receiver did not answer within 10 seconds");
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
      answer.join();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 2000000000\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFF\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"
      })
  void post_bodyThatNeverEnds_isNotRead(String head) throws IOException, GeneralSecurityException {
    try (ServerSocket server = receiver.socket()) {
      CompletableFuture<Void> answer =
          CompletableFuture.runAsync(() -> answer(server, head, Duration.ZERO));
      URI target = at("localhost", server.getLocalPort());

      assertThat(to(target, receiver.trusting()).post(ALICE, target, "{}")).isEmpty();
      answer.join();
    }
  }

  @Test
  void post_headWithoutBounds_isGivenUp() throws IOException, GeneralSecurityException {
    try (ServerSocket server = receiver.socket()) {
      String head = "HTTP/1.1 200 OK\r\nX: ";
      CompletableFuture<Void> answer =
          CompletableFuture.runAsync(() -> answer(server, head, Duration.ZERO));
      URI target = at("localhost", server.getLocalPort());
      SignedCallbacks callbacks = to(target, receiver.trusting(), Duration.ofMinutes(2));

      assertThat(callbacks.post(ALICE, target, "{}")).isPresent();
      answer.join();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void post_limitThatEndsAtAnyStep_isNoFault(int millis)
      throws IOException, GeneralSecurityException {
    receiver.answer(204);
    URI target = at("localhost", receiver.port());
    SignedCallbacks callbacks = to(target, receiver.trusting(), Duration.ofMillis(millis));

    assertThatCode(() -> callbacks.post(ALICE, target, "{}")).doesNotThrowAnyException();
  }

  /** Answers one call with a head and then without end, until the caller goes. */
  private static void answer(ServerSocket server, String head, Duration pause) {
    try (Socket client = server.accept()) {
      OutputStream out = client.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      byte[] more = new byte[pause.isZero() ? 1_024 : 1];
      Arrays.fill(more, (byte) 'x');
      while (true) {
        out.write(more);
        out.flush();
        LockSupport.parkNanos(pause.toNanos());
      }
    } catch (IOException e) {
      // The caller has had enough.
    }
  }

  /** A handshake message of 16 KiB that comes byte by byte. */
  private static void drip(ServerSocket server) {
    try (Socket client = server.accept()) {
      OutputStream out = client.getOutputStream();
      out.write(new byte[] {0x16, 0x03, 0x03, 0x40, 0x00});
      for (int i = 0; i < 1_000; i++) {
        out.write(2);
        out.flush();
        client.setSoTimeout(50);
        try {
          if (client.getInputStream().read(new byte[1_024]) < 0) {
            return;
          }
        } catch (SocketTimeoutException e) {
          // Another fiftieth of a second has passed.
        }
      }
    } catch (IOException e) {
      // The caller has had enough.
    }
  }
}
