import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Submits a Bell program, waits for its end and prints the histogram. Needs a JDK from version 17
 * on and nothing else: {@code BASE_URL=… FUNCTION_KEY=… java Submit.java}.
 */
public final class Submit {
  private static final String SUBMISSION =
      """
      {
        "program": "OPENQASM 2.0; include \\"qelib1.inc\\"; qreg q[2]; creg c[2]; h q[0]; cx q[0],q[1]; measure q -> c;",
        "num_shots": 1000,
        "job_name": "bell",
        "backend_preferences": {"backend_name": "ionq.simulator"}
      }
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base =
      System.getenv().getOrDefault("BASE_URL", "http://127.0.0.1:7071/api");
  private final String key = System.getenv().getOrDefault("FUNCTION_KEY", "");

  public static void main(String[] args) throws Exception {
    new Submit().run();
  }

  private void run() throws Exception {
    String job = send(request("/jobs").POST(BodyPublishers.ofString(SUBMISSION)));
    String id = field("id", job);
    System.out.println("job " + id);
    while (!field("status", job).matches("COMPLETED|FAILED|CANCELLED")) {
      job = send(request("/jobs/" + id + "?wait=30"));
    }
    if (!field("status", job).equals("COMPLETED")) {
      throw new IllegalStateException(job);
    }
    System.out.print(send(request("/jobs/" + id + "/result?format=csv")));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Content-Type", "application/json")
        .header("x-functions-key", key);
  }

  private String send(HttpRequest.Builder request) throws Exception {
    var response = http.send(request.build(), BodyHandlers.ofString());
    if (response.statusCode() >= 400) {
      throw new IllegalStateException(response.body());
    }
    return response.body();
  }

  /** A string field at the top of a job; a program of your own has a JSON library for this. */
  private static String field(String name, String json) {
    Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + name + " in " + json);
    }
    return matcher.group(1);
  }
}
