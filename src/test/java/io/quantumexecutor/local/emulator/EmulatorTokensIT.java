package io.quantumexecutor.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.local.emulator.EmulatorPrincipals.Secret;
import io.quantumexecutor.local.emulator.EmulatorPrincipals.ServicePrincipal;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No storage is needed here: nothing listens at the address given. */
final class EmulatorTokensIT {
  private static final String NO_STORAGE =
      "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=a2V5;"
          + "BlobEndpoint=http://127.0.0.1:1/devstoreaccount1;";
  private static final String QUANTUM = "https%3A%2F%2Fquantum.microsoft.com";

  private static QuantumEmulator emulator;
  private static EmulatorClient client;

  @BeforeAll
  static void start() {
    emulator = QuantumEmulator.start(EmulatorSettings.forStorage(NO_STORAGE));
    client = new EmulatorClient(emulator);
  }

  @AfterAll
  static void stop() {
    emulator.close();
  }

  private static HttpResponse<String> token(String resource, String secret) throws IOException {
    return client.sendRaw(
        EmulatorClient.request(
                emulator.identityEndpoint() + "?api-version=2019-08-01&resource=" + resource)
            .header("X-IDENTITY-HEADER", secret));
  }

  private static String workspaceUri(String path) {
    return emulator.httpsEndpoint()
        + emulator.workspace().resourceId()
        + path
        + "?"
        + EmulatorClient.VERSION;
  }

  private static HttpClient trusting() throws IOException, GeneralSecurityException {
    KeyStore store =
        KeyStore.getInstance(
            emulator.trustStore().toFile(), emulator.trustStorePassword().toCharArray());
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  private static HttpResponse<String> over(HttpClient https, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return https.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void token_ofTheManagedIdentity_opensTheWorkspaceOverTls() throws Exception {
    JsonNode token = EmulatorClient.json(token(QUANTUM, emulator.identityHeader()));

    assertThat(Instant.ofEpochSecond(Long.parseLong(token.get("expires_on").textValue())))
        .isAfter(Instant.now());
    assertThat(token.get("token_type").asText()).isEqualTo("Bearer");
    HttpResponse<String> status =
        over(
            trusting(),
            EmulatorClient.request(workspaceUri("/providerStatus"))
                .header("Authorization", "Bearer " + token.get("access_token").asText()));
    assertThat(status.statusCode()).isEqualTo(200);
    assertThat(status.body()).contains("\"quantinuum.sim.h2-1e\"");
    assertThat(emulator.journal().entries())
        .anySatisfy(
            entry -> {
              assertThat(entry.route()).isEqualTo(Route.PROVIDER_STATUS);
              assertThat(entry.credential()).isEqualTo(EmulatorJournal.Credential.BEARER);
            });
  }

  @Test
  void token_forAnotherService_doesNotOpenTheWorkspace() throws Exception {
    String token =
        EmulatorClient.json(token("https%3A%2F%2Fstorage.azure.com", emulator.identityHeader()))
            .get("access_token")
            .asText();

    HttpResponse<String> refused =
        over(
            trusting(),
            EmulatorClient.request(workspaceUri("/jobs"))
                .header("Authorization", "Bearer " + token));

    assertThat(refused.statusCode()).isEqualTo(401);
  }

  @Test
  void token_withAWrongIdentityHeader_isRefused() throws IOException {
    assertThat(token(QUANTUM, "wrong").statusCode()).isEqualTo(401);
  }

  @Test
  void certificate_withoutTheTrustStore_isNotTrusted() {
    HttpClient ordinary = HttpClient.newHttpClient();

    assertThatThrownBy(() -> over(ordinary, EmulatorClient.request(workspaceUri("/jobs"))))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void trustStore_keepsTheAuthoritiesOfTheJdk() throws Exception {
    KeyStore store =
        KeyStore.getInstance(
            emulator.trustStore().toFile(), emulator.trustStorePassword().toCharArray());

    assertThat(Collections.list(store.aliases())).hasSizeGreaterThan(50).contains("emulator");
  }

  @Test
  void paths_doubledSlashAndForeignCase_areAccepted() throws IOException {
    String path = emulator.workspace().resourceId().replace("resourceGroups", "RESOURCEGROUPS");

    HttpResponse<String> status =
        client.sendRaw(
            EmulatorClient.request(
                    emulator.httpEndpoint()
                        + "/"
                        + path
                        + "/providerStatus?"
                        + EmulatorClient.VERSION)
                .header("x-ms-quantum-api-key", "local-api-key"));

    assertThat(status.statusCode()).isEqualTo(200);
  }

  @Test
  void request_withoutApiVersion_isRefused() throws IOException {
    HttpResponse<String> refused =
        client.sendRaw(
            EmulatorClient.request(
                    emulator.httpEndpoint() + emulator.workspace().resourceId() + "/jobs")
                .header("x-ms-quantum-api-key", "local-api-key"));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("MissingApiVersionParameter");
  }

  private static HttpResponse<String> signIn(String tenant, String client, String secret)
      throws Exception {
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=%s%%2F.default"
            .formatted(client, secret, QUANTUM);
    return over(
        trusting(),
        EmulatorClient.request(emulator.httpsEndpoint() + "/" + tenant + "/oauth2/v2.0/token")
            .POST(BodyPublishers.ofString(form)));
  }

  @Test
  void entra_eachThingWrong_isNamedByItsCode() throws Exception {
    emulator
        .principals()
        .add(new ServicePrincipal("tenant", "app", "right", Secret.VALID), Role.READER);
    emulator
        .principals()
        .add(new ServicePrincipal("tenant", "stale", "right", Secret.EXPIRED), Role.READER);

    assertThat(signIn("tenant", "app", "right").body()).contains("\"access_token\"");
    assertThat(signIn("elsewhere", "app", "right").body()).contains("AADSTS90002");
    assertThat(signIn("tenant", "nobody", "right").body()).contains("AADSTS700016");
    assertThat(signIn("tenant", "app", "wrong").body()).contains("AADSTS7000215");
    assertThat(signIn("tenant", "stale", "right").body()).contains("AADSTS7000222");
  }

  @Test
  void roles_decideWhoMayReadAndWhoMaySubmit() throws Exception {
    emulator
        .principals()
        .add(new ServicePrincipal("tenant", "worker", "s", Secret.VALID), Role.NONE);
    String token =
        EmulatorClient.json(signIn("tenant", "worker", "s")).get("access_token").asText();

    assertThat(statuses(token)).containsExactly(403, 403);
    emulator.principals().setRole("worker", Role.READER);
    assertThat(statuses(token)).containsExactly(200, 403);
    emulator.principals().setRole("worker", Role.DATA_CONTRIBUTOR);
    assertThat(statuses(token)).containsExactly(200, 200);
  }

  /** Of a reading and of a writing request. */
  private static List<Integer> statuses(String token) throws Exception {
    ObjectNode session =
        EmulatorJson.object().put("providerId", "ionq").put("target", "ionq.simulator");
    String path = "/sessions/00000000-0000-4000-8000-00000000000a";
    HttpResponse<String> read =
        over(
            trusting(),
            EmulatorClient.request(workspaceUri("/providerStatus"))
                .header("Authorization", "Bearer " + token));
    HttpResponse<String> write =
        over(
            trusting(),
            EmulatorClient.request(workspaceUri(path))
                .header("Authorization", "Bearer " + token)
                .PUT(BodyPublishers.ofString(session.toString())));
    return List.of(read.statusCode(), write.statusCode());
  }

  @Test
  void arm_workspaceAndPermissions_followTheRole() throws Exception {
    String token =
        EmulatorClient.json(
                token("https%3A%2F%2Fmanagement.azure.com%2F", emulator.identityHeader()))
            .get("access_token")
            .asText();
    String permissions = "/providers/Microsoft.Authorization/permissions";

    assertThat(over(trusting(), EmulatorClient.request(workspaceUri(""))).statusCode())
        .isEqualTo(401);
    JsonNode workspace =
        EmulatorClient.json(
            over(
                trusting(),
                EmulatorClient.request(workspaceUri(""))
                    .header("Authorization", "Bearer " + token)));
    assertThat(workspace.get("location").asText()).isEqualTo("eastus");
    assertThat(workspace.at("/properties/endpointUri").asText())
        .isEqualTo(emulator.httpsEndpoint().toString());
    JsonNode rights =
        EmulatorClient.json(
            over(
                trusting(),
                EmulatorClient.request(workspaceUri(permissions))
                    .header("Authorization", "Bearer " + token)));
    assertThat(rights.at("/value/0/dataActions"))
        .extracting(JsonNode::asText)
        .contains("Microsoft.Quantum/Workspaces/jobs/write");
  }

  @Test
  void sessions_openedAndClosed_areListedAmongTopLevelItems() throws IOException {
    String id = "00000000-0000-4000-8000-00000000000b";
    ObjectNode session = EmulatorJson.object().put("name", "course").put("providerId", "ionq");
    session.put("target", "ionq.simulator").put("jobFailurePolicy", "Continue");
    client.send("PUT", "/sessions/" + id, session);

    JsonNode closed = EmulatorClient.json(client.send("POST", "/sessions/" + id + ":close", ""));
    JsonNode listed =
        EmulatorClient.json(
            client.get(
                "/topLevelItems?filter=startswith%28Name%2C%20%27course%27%29"
                    + "%20and%20%28ItemType%20eq%20%27Session%27%29"));

    assertThat(closed.get("status").asText()).isEqualTo("Succeeded");
    assertThat(listed.get("value")).extracting(item -> item.get("id").asText()).containsExactly(id);
    assertThat(client.get("/sessions/" + id + "/jobs").body())
        .isEqualTo("{\"value\":[],\"nextLink\":null}");
  }
}
