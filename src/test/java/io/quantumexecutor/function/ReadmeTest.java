package io.quantumexecutor.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds what the README lists against what is there. */
final class ReadmeTest {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void apiTable_routes_areThoseOfTheOpenApiDocument() throws IOException {
    JsonNode paths =
        json.readTree(Path.of("src/main/resources/openapi.json").toFile()).path("paths");
    List<String> described =
        paths.properties().stream()
            .flatMap(
                path ->
                    path.getValue().properties().stream()
                        .map(method -> method.getKey().toUpperCase(Locale.ROOT))
                        .filter(method -> method.matches("GET|POST|PATCH|DELETE"))
                        .map(method -> method + " /api" + path.getKey().replace("/{file}", "")))
            .toList();

    assertThat(firstCells("API").filter(cell -> cell.contains("/api/")))
        .containsExactlyInAnyOrderElementsOf(described);
  }

  @Test
  void configurationTable_names_areThoseOfTheExample() throws IOException {
    JsonNode values = json.readTree(Path.of("local.settings.json.example").toFile()).path("Values");

    assertThat(
            firstCells("Configuration")
                .map(name -> name.startsWith("__") ? "AzureWebJobsStorage" + name : name))
        .containsExactlyInAnyOrderElementsOf(
            values.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals("FUNCTIONS_WORKER_RUNTIME"))
                .toList());
  }

  @Test
  void troubleshooting_everyProblemType_isThere() throws IOException {
    String document = Files.readString(Path.of("src/main/resources/openapi.json"));
    List<String> advised = firstCells("Troubleshooting").toList();

    assertThat(Pattern.compile("/problems/([a-z-]+)").matcher(document).results())
        .extracting(type -> type.group(1))
        .isNotEmpty()
        .isSubsetOf(advised);
  }

  @Test
  void commands_classesAndFiles_areThere() throws IOException {
    String readme = Files.readString(Path.of("README.md"));

    List<String> tests =
        Pattern.compile("-Dtest='?([\\w,]+)")
            .matcher(readme)
            .results()
            .flatMap(match -> Stream.of(match.group(1).split(",")))
            .toList();
    assertThat(tests).contains("RandomMixTest");
    for (String test : tests) {
      assertThat(Path.of("src/test/java/io/quantumexecutor/faults", test + ".java")).exists();
    }
    List<String> files =
        Pattern.compile("\\b(?:infra|src)/[\\w/.-]*\\w")
            .matcher(readme)
            .results()
            .map(match -> match.group())
            .toList();
    assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(Path.of(file)).exists());
  }

  /** The code in the first column of the tables of a section. */
  private static Stream<String> firstCells(String section) throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int start = readme.indexOf("\n## " + section + "\n");
    String text = readme.substring(start, readme.indexOf("\n## ", start + 1));
    return text.lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.substring(0, line.indexOf(" | ")))
        .flatMap(cell -> CODE.matcher(cell).results().map(code -> code.group(1)));
  }
}
