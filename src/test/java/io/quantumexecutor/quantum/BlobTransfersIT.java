package io.quantumexecutor.quantum;

import static io.quantumexecutor.quantum.StubService.answer;
import static io.quantumexecutor.quantum.StubService.cutShort;
import static io.quantumexecutor.quantum.StubService.json;
import static io.quantumexecutor.quantum.StubbedClient.ID;
import static io.quantumexecutor.quantum.StubbedClient.succeeded;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quantumexecutor.quantum.StubService.Reply;
import io.quantumexecutor.quantum.StubService.Seen;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;
import io.quantumexecutor.workspace.QuantumWorkspace;
import io.quantumexecutor.workspace.QuantumWorkspace.ProviderJob;
import io.quantumexecutor.workspace.QuantumWorkspace.UploadedInput;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads and downloads: whom they call, with what, and when they ask for a new signature. */
@Timeout(60)
class BlobTransfersIT {
  private static final String FRESH = "?sv=1&se=2026-03-01T12%3A05%3A01Z&sig=given";
  private static final String NEAR_ITS_END = "?sv=1&se=2026-03-01T12%3A05%3A00Z&sig=given";

  private final StubService service = new StubService();
  private final StubbedClient stubbed = new StubbedClient(service);
  private final QuantumWorkspace client = stubbed.open();
  private final String container = service.url() + "/account/job-" + ID;
  private final String output = container + "/rawOutputData";

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void upload_input_goesToTheSignedContainerWithoutCredential() {
    service.will(signed(container + "?sv=1&sig=abc%3D"), created());

    UploadedInput uploaded = client.upload(ID, "OPENQASM".getBytes(UTF_8), "application/qasm");

    assertThat(uploaded.container()).hasToString(container + "?sv=1&sig=abc%3D");
    assertThat(uploaded.input()).hasToString(container + "/inputData");
    Seen sign = service.seen().get(0);
    assertThat(sign.path()).endsWith("/workspaces/Work/storage/sasUri");
    assertThat(sign.body()).isEqualTo("{\"containerName\":\"job-" + ID + "\"}");
    Seen put = service.seen().get(1);
    assertThat(put.method()).isEqualTo("PUT");
    assertThat(put.target()).isEqualTo("/account/job-" + ID + "/inputData?sv=1&sig=abc%3D");
    assertThat(put.body()).isEqualTo("OPENQASM");
    assertThat(put.header("X-ms-blob-type")).isEqualTo("BlockBlob");
    assertThat(put.header("X-ms-blob-content-type")).isEqualTo("application/qasm");
    assertThat(put.headers()).doesNotContainKeys("Authorization", "X-ms-quantum-api-key");
  }

  @Test
  void upload_storageBusy_isRepeated() {
    service.will(signed(container + "?sig=a"), json(503, ""), json(500, ""), created());

    client.upload(ID, new byte[1], "text/plain");

    assertThat(service.seen()).hasSize(4);
  }

  @Test
  void upload_signatureForAnotherHost_sendsNothingThere() {
    try (StubService other = new StubService()) {
      service.will(signed(other.url() + "/account/job-1?sig=a"));

      QuantumException trouble = trouble(() -> client.upload(ID, new byte[1], "text/plain"));

      assertThat(trouble.kind()).isEqualTo(Kind.REJECTED);
      assertThat(trouble.code()).isEqualTo("input-host-not-allowed");
      assertThat(other.seen()).isEmpty();
    }
  }

  @Test
  void output_signatureFresh_isUsedAsItIs() {
    service.will(answer(200, Map.of(), "{}"));

    assertThat(client.output(succeeded(output + FRESH))).hasValueSatisfying(this::isEmptyObject);

    assertThat(service.seen()).hasSize(1);
    assertThat(service.seen().get(0).headers())
        .doesNotContainKeys("Authorization", "X-ms-quantum-api-key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?sv=1&sig=given", NEAR_ITS_END, "?se=2026-02-28", "?se=never"})
  void output_signatureMissingOrOld_isAskedForAnew(String query) {
    service.will(signed(output + "?sig=new"), answer(200, Map.of(), "{}"));

    assertThat(client.output(succeeded(output + query))).isPresent();

    assertThat(service.seen().get(0).body())
        .isEqualTo("{\"containerName\":\"job-" + ID + "\",\"blobName\":\"rawOutputData\"}");
    assertThat(service.seen().get(1).target()).endsWith("/rawOutputData?sig=new");
  }

  @Test
  void output_signatureRefused_isAskedForAnewOnce() {
    service.will(json(403, ""), signed(output + "?sig=new"), json(403, ""));

    QuantumException trouble = trouble(() -> client.output(succeeded(output + FRESH)));

    assertThat(trouble.kind()).isEqualTo(Kind.DENIED);
    assertThat(service.seen()).extracting(Seen::method).containsExactly("GET", "POST", "GET");
  }

  @Test
  void output_blobMissing_isEmpty() {
    service.will(answer(404, Map.of("x-ms-error-code", "BlobNotFound"), ""));

    assertThat(client.output(succeeded(output + FRESH))).isEmpty();
  }

  @Test
  void output_addressUnknown_isEmptyWithoutAsking() {
    assertThat(client.output(new ProviderJob(ID, "Succeeded", null, null, null, null, null)))
        .isEmpty();
    assertThat(service.seen()).isEmpty();
  }

  @Test
  void output_asLargeAsAllowed_isRead() {
    service.will(answer(200, Map.of(), new byte[StubbedClient.SMALL.outputBytes()]));

    assertThat(client.output(succeeded(output + FRESH)).orElseThrow())
        .hasSize(StubbedClient.SMALL.outputBytes());
  }

  @Test
  void output_largerThanAllowed_isRejected() {
    service.will(answer(200, Map.of(), new byte[StubbedClient.SMALL.outputBytes() + 1]));

    QuantumException trouble = trouble(() -> client.output(succeeded(output + FRESH)));

    assertThat(trouble.kind()).isEqualTo(Kind.REJECTED);
    assertThat(trouble.code()).isEqualTo("answer-too-large");
    assertThat(service.seen()).hasSize(1);
  }

  @Test
  void output_cutShort_isNeverTakenForTheWhole() {
    Reply cut = cutShort("{\"histogram\":{}}");
    service.will(cut, cut, cut);

    QuantumException trouble = trouble(() -> client.output(succeeded(output + FRESH)));

    assertThat(trouble.kind()).isEqualTo(Kind.TRY_LATER);
    assertThat(service.seen()).hasSize(3);
  }

  @Test
  void output_redirected_isNotFollowed() {
    try (StubService other = new StubService()) {
      service.will(answer(302, Map.of("Location", other.url() + "/secret"), ""));

      assertThat(trouble(() -> client.output(succeeded(output + FRESH))).code())
          .isEqualTo("http-302");
      assertThat(other.seen()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/metadata/identity/oauth2/token",
        "https://evil.example/job-1/rawOutputData",
        "https://store.blob.core.windows.net.evil.example/job-1/rawOutputData",
        "https://evilblob.core.windows.net/job-1/rawOutputData",
        "https://.blob.core.windows.net/job-1/rawOutputData",
        "https://store.blob.core.windows.net@evil.example/job-1/rawOutputData",
        "https://user@store.blob.core.windows.net/job-1/rawOutputData",
        "https://store.blob.core.windows.net:8443/job-1/rawOutputData",
        "http://store.blob.core.windows.net/job-1/rawOutputData",
        "ftp://store.blob.core.windows.net/job-1/rawOutputData",
        "http://127.0.0.1:1/account/job-1/rawOutputData",
        "http://localhost/account/job-1/rawOutputData",
        "file:///etc/passwd",
        "mailto:someone",
        "/job-1/rawOutputData"
      })
  void output_hostNotAllowed_isRejectedWithNothingSent(String address) {
    QuantumException trouble = trouble(() -> client.output(succeeded(address + FRESH)));

    assertThat(trouble.kind()).isEqualTo(Kind.REJECTED);
    assertThat(trouble.code()).isEqualTo("output-host-not-allowed");
    assertThat(trouble.getMessage()).doesNotContain("sig=given");
    assertThat(service.seen()).isEmpty();
  }

  @Test
  void output_addressNamesNoBlob_isRejected() {
    for (String address : List.of(service.url() + "/account/job-1", service.url() + "/a//x")) {
      assertThat(trouble(() -> client.output(succeeded(address))).code())
          .isEqualTo("output-address-unknown");
    }
  }

  @Test
  void hosts_ofAzure_areAllowedWithAndWithoutPort() {
    BlobHosts hosts = BlobHosts.AZURE;

    assertThat(hosts.allows(URI.create("https://a.blob.core.windows.net/c/b"))).isTrue();
    assertThat(hosts.allows(URI.create("HTTPS://A.BLOB.core.windows.net:443/c/b"))).isTrue();
  }

  private void isEmptyObject(byte[] bytes) {
    assertThat(bytes).isEqualTo("{}".getBytes(UTF_8));
  }

  private static Reply signed(String address) {
    return json(200, "{\"sasUri\":\"" + address + "\"}");
  }

  private static Reply created() {
    return json(201, "");
  }

  private static QuantumException trouble(ThrowingCallable call) {
    QuantumException trouble = catchThrowableOfType(QuantumException.class, call);
    assertThat(trouble).as("trouble").isNotNull();
    return trouble;
  }
}
