package io.quantumexecutor.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpTriggersIT {
  private RunningHost running;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    running = RunningHost.http(folder);
  }

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void get_queryAndHeaders_arriveAsTheWorkerGivesThem() throws Exception {
    HttpResponse<String> response =
        running.send(
            running
                .request("/echo/a%20b?one=1&none=&many=x&many=y+z%21&flag")
                .header("X-Many", "first")
                .header("X-Many", "second"));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.body())
        .isEqualTo(
            "GET %s/echo/a%%20b?one=1&none=&many=x&many=y+z%%21&flag query={many=x,y z!, one=1} x-many=first,second body=Optional.empty in Echo"
                .formatted(running.host.baseUri()));
    assertThat(response.headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
    assertThat(response.headers().firstValue("x-invocation")).isPresent();
  }

  @Test
  void post_textOutsideAscii_arrivesUnchanged() throws Exception {
    HttpResponse<String> response =
        running.send(running.request("/echo/1").POST(BodyPublishers.ofString("Θ|ψ⟩")));

    assertThat(response.body()).contains("body=Optional[Θ|ψ⟩]");
  }

  @Test
  void post_chunked_arrivesWithoutItsBody() throws Exception {
    byte[] large = "x".repeat(300_000).getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> response =
        running.send(
            running
                .request("/echo/1")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));

    assertThat(response.body()).contains("body=Optional.empty");
  }

  @Test
  void post_bodyProperties_routeAndQueryGoOverThem() throws Exception {
    HttpResponse<String> response =
        running.send(
            running
                .request("/bound/route/7?extra=query")
                .POST(
                    BodyPublishers.ofString("{\"id\": \"body\", \"n\": 1, \"extra\": \"body\"}")));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("[\"route\",7,\"query\"]");
    assertThat(response.headers().firstValue("content-type")).contains("application/json");
  }

  @Test
  void post_bindingValueAbsent_isServerError() throws Exception {
    HttpResponse<String> response =
        running.send(running.request("/bound/route/7").POST(BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"exception", "error", "header", "object"})
  void get_functionFails_isServerErrorWithoutBody(String how) throws Exception {
    HttpResponse<String> response = running.send(running.request("/fail/" + how));

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void get_functionReturnsNothing_isOkWithoutBody() throws Exception {
    HttpResponse<String> response = running.send(running.request("/silent"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(response.headers().firstValue("content-type")).isEmpty();
  }

  @Test
  void send_methodUnlisted_isNotFound() throws Exception {
    assertThat(running.send(running.request("/silent").DELETE()).statusCode()).isEqualTo(404);
    assertThat(
            running
                .send(running.request("/silent").method("HEAD", BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(404);
    assertThat(running.send(running.request("/nowhere")).statusCode()).isEqualTo(404);
  }

  @Test
  void head_listed_answersWithoutBody() throws Exception {
    HttpResponse<String> response =
        running.send(running.request("/echo/1").method("HEAD", BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void get_manyAtOnce_allRunInParallel() {
    List<CompletableFuture<HttpResponse<Void>>> calls =
        IntStream.range(0, SampleFunctions.MEETING)
            .mapToObj(
                i ->
                    running
                        .client()
                        .sendAsync(running.request("/meet").build(), BodyHandlers.discarding()))
            .toList();

    assertThat(calls).allSatisfy(call -> assertThat(call.join().statusCode()).isEqualTo(204));
  }

  @Test
  void start_portTaken_isRefusedByNumber() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      HostSettings settings =
          new HostSettings(
              taken.getLocalPort(),
              Path.of("host.json"),
              Map.of(),
              List.of(),
              new FunctionClasses.NewInstances());
      assertThatThrownBy(() -> FunctionsHost.start(settings))
          .isInstanceOf(HostException.class)
          .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
    }
  }
}
