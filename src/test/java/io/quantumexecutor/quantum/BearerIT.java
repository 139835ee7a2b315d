package io.quantumexecutor.quantum;

import static io.quantumexecutor.quantum.StubService.answer;
import static io.quantumexecutor.quantum.StubService.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.quantum.StubService.Seen;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Managed identity, bearer token and TLS for real, with everything logged that can be logged. */
@Timeout(120)
class BearerIT {
  private static final String TOKEN = "eyTokenThatNobodyMaySee";
  private static final String SIGNATURE = "SignatureThatNobodyMaySee";
  private static final String PASSWORD = "changeit";

  @TempDir private Path folder;
  private final StubService identity = new StubService();
  private final StubService storage = new StubService();
  private StubService service;

  @BeforeEach
  void start() throws Exception {
    service = new StubService(tls());
  }

  @AfterEach
  void stop() {
    service.close();
    storage.close();
    identity.close();
  }

  @Test
  void job_withManagedIdentity_sendsTheTokenToTheServiceOnlyAndLogsNoSecret() throws Exception {
    identity.will(token());
    String container = storage.url() + "/account/job-" + StubbedClient.ID;
    String signature = "?sv=1&se=2999-01-01T00%3A00%3A00Z&sig=" + SIGNATURE;
    service.will(
        json(200, "{\"sasUri\":\"" + container + signature + "\"}"),
        json(200, StubbedClient.job("Waiting")),
        json(
            200,
            "{\"id\":\""
                + StubbedClient.ID
                + "\",\"status\":\"Succeeded\",\"outputDataUri\":\""
                + container
                + "/rawOutputData"
                + signature
                + "\"}"));
    storage.will(json(201, ""), json(200, "{\"histogram\":{\"0\":1}}"));

    String log = run();

    assertThat(log).contains("RESULT {\"histogram\":{\"0\":1}}");
    assertThat(service.seen())
        .hasSize(3)
        .allSatisfy(seen -> assertThat(seen.header("Authorization")).isEqualTo("Bearer " + TOKEN));
    assertThat(storage.seen())
        .hasSize(2)
        .allSatisfy(seen -> assertThat(seen.headers()).doesNotContainKey("Authorization"));
    assertThat(identity.seen())
        .extracting(Seen::target)
        .containsExactly(
            "/token?api-version=2019-08-01&resource=https%3A%2F%2Fquantum.microsoft.com");
    assertThat(log).as("the log is on").contains("storage/sasUri").contains("sig=REDACTED");
    assertThat(log).doesNotContain(TOKEN, SIGNATURE);
  }

  @Test
  void job_identityEndpointDown_mayBeTriedLaterAndNothingIsSent() throws Exception {
    for (int i = 0; i < 20; i++) {
      identity.will(json(500, "{\"message\":\"down\"}"));
    }

    assertThat(run()).contains("TROUBLE TRY_LATER token-unavailable");
    assertThat(service.seen()).isEmpty();
    assertThat(identity.seen()).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void job_serviceNotTrusted_mayBeTriedLater() throws Exception {
    identity.will(token());
    folder = Files.createDirectory(folder.resolve("other"));
    tls();

    assertThat(run()).contains("TROUBLE TRY_LATER no-connection");
    assertThat(service.seen()).isEmpty();
  }

  private static StubService.Reply token() {
    return answer(
        200,
        Map.of("Content-Type", "application/json"),
        "{\"access_token\":\""
            + TOKEN
            + "\",\"expires_on\":\"4102444800\",\"resource\":\"https://quantum.microsoft.com\","
            + "\"token_type\":\"Bearer\"}");
  }

  /** Everything that the process wrote, its log at the most talkative level included. */
  private String run() throws IOException, InterruptedException {
    ProcessBuilder child =
        new ProcessBuilder(
            java("java"),
            "-Djavax.net.ssl.trustStore=" + store(),
            "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
            "-cp",
            System.getProperty("java.class.path"),
            BearerRun.class.getName(),
            service.url(),
            storage.hostAndPort());
    child.environment().put("IDENTITY_ENDPOINT", identity.url() + "/token");
    child.environment().put("IDENTITY_HEADER", "header");
    child.environment().put("AZURE_LOG_LEVEL", "verbose");
    return output(child);
  }

  private SSLContext tls() throws IOException, InterruptedException, GeneralSecurityException {
    output(
        new ProcessBuilder(
            List.of(
                java("keytool"),
                "-genkeypair",
                "-alias",
                "stub",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store().toString())));
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store())) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private Path store() {
    return folder.resolve("stub.p12");
  }

  private static String java(String tool) {
    return Path.of(System.getProperty("java.home"), "bin", tool).toString();
  }

  private static String output(ProcessBuilder child) throws IOException, InterruptedException {
    Process process = child.redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return text;
  }
}
