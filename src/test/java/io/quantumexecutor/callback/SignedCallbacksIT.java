package io.quantumexecutor.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.job.Owner;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLSocketFactory;
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
  private static SignedCallbacks to(URI target, SSLSocketFactory tls) {
    return new SignedCallbacks(
        new CallbackKeys(new byte[32]),
        new CallbackRules(Set.of(target.getAuthority())),
        host -> List.of(InetAddress.getLoopbackAddress()),
        new PinnedPost(tls, Duration.ofSeconds(2)),
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
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 307, 400, 410, 500})
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
  void post_certificateOfNoAuthority_isNotSpokenTo() {
    int before = receiver.calls().size();
    URI target = at("localhost", receiver.port());

    assertThat(
            to(target, (SSLSocketFactory) SSLSocketFactory.getDefault()).post(ALICE, target, "{}"))
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
