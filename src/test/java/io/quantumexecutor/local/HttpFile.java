package io.quantumexecutor.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the requests of a file as the HTTP clients of editors do. */
final class HttpFile {
  private static final Pattern NAME = Pattern.compile("# @name (\\S+)");
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{([\\w.]+)}}");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> variables;
  private final Map<String, JsonNode> answers = new HashMap<>();
  private final List<String> requests = new ArrayList<>();

  /**
   * @param variables take the place of those that the file defines
   */
  HttpFile(Path file, Map<String, String> variables) throws IOException {
    this.variables = Map.copyOf(variables);
    String[] blocks = Files.readString(file).split("(?m)^###.*\n", -1);
    requests.addAll(List.of(blocks).subList(1, blocks.length));
  }

  int size() {
    return requests.size();
  }

  /** Sends a request of the file, counted from 0. */
  HttpResponse<String> send(int index) throws IOException, InterruptedException {
    String block = filled(requests.get(index));
    String plain = block.replaceAll("(?m)^#.*\n", "").strip();
    String[] parts = plain.split("\n\n", 2);
    String[] head = parts[0].split("\n", -1);
    String[] line = head[0].split(" ", 2);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(line[1]))
            .method(line[0], BodyPublishers.ofString(parts.length > 1 ? parts[1] : ""));
    for (int i = 1; i < head.length; i++) {
      String[] header = head[i].split(":", 2);
      request.header(header[0], header[1].strip());
    }
    HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
    Matcher name = NAME.matcher(block);
    if (name.find()) {
      answers.put(name.group(1), JobsApi.json(response));
    }
    return response;
  }

  private String filled(String block) {
    return VARIABLE
        .matcher(block)
        .replaceAll(variable -> Matcher.quoteReplacement(value(variable.group(1))));
  }

  private String value(String name) {
    String[] path = name.split("\\.response\\.body\\.", 2);
    return path.length == 2
        ? answers.get(path[0]).path(path[1]).asText()
        : variables.getOrDefault(name, "");
  }
}
