package io.quantumexecutor.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.job.Owner;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is decided before anything is connected to. */
class SignedCallbacksTest {
  private static final Owner ALICE = new Owner("alice");
  private static final URI RECEIVER = URI.create("https://receiver.example.com/x");

  private static SignedCallbacks over(NameLookUp names) {
    PinnedPost post = new PinnedPost(SSLContexts.createSystemDefault(), Duration.ofSeconds(1));
    return new SignedCallbacks(
        new CallbackKeys(new byte[32]),
        new CallbackRules(Set.of()),
        names,
        post,
        InstantSource.fixed(Instant.EPOCH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "169.254.169.254",
        "10.0.0.1",
        "::1",
        "8.8.8.8 127.0.0.1",
        "127.0.0.1 8.8.8.8"
      })
  void post_nameThatLeadsInside_isNotConnectedTo(String addresses) {
    SignedCallbacks callbacks =
        over(
            host -> {
              List<InetAddress> found = new ArrayList<>();
              for (String literal : addresses.split(" ", -1)) {
                found.add(InetAddress.getByName(literal));
              }
              return found;
            });

    assertThat(callbacks.post(ALICE, RECEIVER, "{}"))
        .contains("the name does not lead to a public address");
  }

  @Test
  void post_unknownName_saysSo() {
    SignedCallbacks callbacks =
        over(
            host -> {
              throw new UnknownHostException(host);
            });

    assertThat(callbacks.post(ALICE, RECEIVER, "{}")).contains("the name is not known");
  }

  @Test
  void post_addressThatIsNoLongerAllowed_isNotLookedUp() {
    SignedCallbacks callbacks =
        over(
            host -> {
              throw new AssertionError("looked up " + host);
            });

    assertThat(callbacks.post(ALICE, URI.create("https://localhost:8443/"), "{}"))
        .get()
        .asString()
        .contains("port 443");
  }

  @Test
  void secretOf_ownersAndDeployments_differAndStay() {
    String alice = new CallbackKeys(new byte[32]).secretOf(ALICE);

    assertThat(alice)
        .matches("[0-9a-f]{64}")
        .isEqualTo(new CallbackKeys(new byte[32]).secretOf(ALICE))
        .isNotEqualTo(new CallbackKeys(new byte[32]).secretOf(new Owner("bob")))
        .isNotEqualTo(new CallbackKeys(new byte[] {1}).secretOf(ALICE));
  }
}
