package io.quantumexecutor.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackRulesTest {
  private static final CallbackRules PRODUCTION = new CallbackRules(Set.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com",
        "https://example.com:443/a/b?c=d",
        "HTTPS://Hooks.Example.COM/x",
        "https://xn--bcher-kva.example/x"
      })
  void refusal_publicName_isNone(String address) {
    assertThat(PRODUCTION.refusal(URI.create(address))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.com, https",
    "ftp://example.com, https",
    "file:///etc/passwd, https",
    "example.com/x, https",
    "https:///x, https",
    "https:example.com, https",
    "https://user:pw@example.com/, user name",
    "https://example.com@127.0.0.1/, user name",
    "https://example.com/#x, fragment",
    "https://example.com:8443/, port 443",
    "https://example.com:22/, port 443",
    "https://localhost/, public host name",
    "https://metadata/, public host name",
    "https://127.0.0.1/, public host name",
    "https://169.254.169.254/metadata/instance, public host name",
    "https://168.63.129.16/, public host name",
    "https://[::1]/, public host name",
    "https://[::ffff:127.0.0.1]/, public host name",
    "https://2130706433/, public host name",
    "https://0x7f000001/, public host name",
    "https://0177.0.0.1/, public host name",
    "https://127.1/, https",
    "https://8.8.8.8/, public host name",
    "https://example.com./, public host name"
  })
  void refusal_hostileAddress_saysWhy(String address, String why) {
    assertThat(PRODUCTION.refusal(URI.create(address))).get().asString().contains(why);
  }

  @Test
  void refusal_tooLong_saysSo() {
    URI address = URI.create("https://example.com/" + "a".repeat(2_000));

    assertThat(PRODUCTION.refusal(address)).get().asString().contains("at most 2000");
  }

  @Test
  void refusal_testHost_isLiftedForThatPortAndHttpsOnly() {
    CallbackRules rules = new CallbackRules(Set.of("localhost:8443"));

    assertThat(rules.refusal(URI.create("https://localhost:8443/x"))).isEmpty();
    assertThat(rules.refusal(URI.create("https://localhost:8444/x"))).isPresent();
    assertThat(rules.refusal(URI.create("http://localhost:8443/x"))).isPresent();
    assertThat(rules.refusal(URI.create("https://a@localhost:8443/x"))).isPresent();
  }
}
