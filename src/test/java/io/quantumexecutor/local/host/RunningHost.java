package io.quantumexecutor.local.host;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sample functions in a host on a free port. */
final class RunningHost implements AutoCloseable {
  private record OneInstance(Object instance) implements FunctionInstanceInjector {
    @Override
    public <T> T getInstance(Class<T> type) {
      return type.cast(instance);
    }
  }

  final SampleFunctions functions = new SampleFunctions();
  final FunctionsHost host;
  private final HttpClient client = HttpClient.newHttpClient();

  private RunningHost(Path hostJson, Map<String, String> environment, Duration lease) {
    host =
        FunctionsHost.start(
            new HostSettings(
                0,
                hostJson,
                environment,
                List.of(SampleFunctions.class),
                new OneInstance(functions)),
            lease);
  }

  /** Only the HTTP functions. */
  static RunningHost http(Path folder) throws IOException {
    Map<String, String> environment = new HashMap<>();
    List.of("Work", "Poison", "Tick")
        .forEach(name -> environment.put("AzureWebJobs." + name + ".Disabled", "true"));
    return new RunningHost(hostJson(folder, "none"), environment, Duration.ofMinutes(10));
  }

  static RunningHost queues(Path folder, String storage, String encoding, Duration lease)
      throws IOException {
    Map<String, String> environment =
        Map.of(
            "AzureWebJobsStorage", storage,
            "WORK_QUEUE", "work",
            "AzureWebJobs.Tick.Disabled", "true");
    return new RunningHost(hostJson(folder, encoding), environment, lease);
  }

  static RunningHost timer(Path folder, String schedule) throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("TICKS", schedule);
    List.of("Work", "Poison")
        .forEach(name -> environment.put("AzureWebJobs." + name + ".Disabled", "true"));
    return new RunningHost(hostJson(folder, "none"), environment, Duration.ofMinutes(10));
  }

  private static Path hostJson(Path folder, String encoding) throws IOException {
    String text =
        """
        {"extensions": {"queues": {"messageEncoding": "%s", "visibilityTimeout": "00:00:01",
          "maxDequeueCount": 3, "maxPollingInterval": "00:00:00.5"}}}
        """;
    return Files.writeString(folder.resolve("host.json"), text.formatted(encoding));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(host.baseUri() + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpClient client() {
    return client;
  }

  @Override
  public void close() {
    functions.release.countDown();
    host.close();
  }
}
