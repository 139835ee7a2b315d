package io.quantumexecutor.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds what the documents list against what is there. */
final class DocumentationTest {
  private static final Path FAULTS = Path.of("src/test/java/io/quantumexecutor/faults");

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void readme_newcomer_findsTheTwoCommandsAtOnce() throws IOException {
    List<String> lines = MarkdownFile.of("README.md").text().lines().toList();

    assertThat(lines).hasSizeLessThan(200);
    assertThat(lines.subList(0, 24))
        .anyMatch(line -> line.startsWith("mvn verify "))
        .anyMatch(line -> line.startsWith("mvn -Plocal "));
  }

  @ParameterizedTest
  @CsvSource({"README.md, API", "src/site/markdown/api.md, Routes"})
  void apiTable_routes_areThoseOfTheOpenApiDocument(String file, String section)
      throws IOException {
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

    assertThat(MarkdownFile.of(file).firstCells(section).filter(cell -> cell.contains("/api/")))
        .containsExactlyInAnyOrderElementsOf(described);
  }

  @Test
  void submissionTable_fields_areThoseOfTheOpenApiDocument() throws IOException {
    JsonNode document = json.readTree(Path.of("src/main/resources/openapi.json").toFile());
    List<String> described =
        document.at("/components/schemas/Submission/properties").properties().stream()
            .map(Map.Entry::getKey)
            .filter(name -> !name.equals("transpilation_option"))
            .toList();

    assertThat(
            MarkdownFile.of("src/site/markdown/api.md")
                .firstCells("A submission")
                .filter(name -> !name.startsWith("backend_preferences.")))
        .containsExactlyInAnyOrderElementsOf(described);
  }

  @Test
  void configurationTable_names_areThoseOfTheExample() throws IOException {
    JsonNode values = json.readTree(Path.of("local.settings.json.example").toFile()).path("Values");

    assertThat(
            MarkdownFile.of("src/site/markdown/configuration.md")
                .firstCells("Settings")
                .map(name -> name.startsWith("__") ? "AzureWebJobsStorage" + name : name))
        .containsExactlyInAnyOrderElementsOf(
            values.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals("FUNCTIONS_WORKER_RUNTIME"))
                .toList());
  }

  @Test
  void problemTypes_everyOne_hasAdvice() throws IOException {
    String document = Files.readString(Path.of("src/main/resources/openapi.json"));
    List<String> types =
        matches("/problems/([a-z-]+)", document).map(type -> type.group(1)).distinct().toList();

    assertThat(types).isNotEmpty();
    assertThat(MarkdownFile.of("src/site/markdown/troubleshooting.md").firstCells("Problem types"))
        .containsExactlyInAnyOrderElementsOf(types);
  }

  @Test
  void localOptions_listed_areThoseOfTheLauncher() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    List<String> options =
        matches("<argument>-D(local\\.\\w+)=", pom).map(option -> option.group(1)).toList();

    assertThat(options).contains("local.program");
    assertThat(
            new HashSet<>(
                matches(
                        "-D(local\\.\\w+)",
                        String.join(
                            "\n",
                            MarkdownFile.of("src/local/README.md").firstCells("Options").toList()))
                    .map(option -> option.group(1))
                    .toList()))
        .containsExactlyInAnyOrderElementsOf(options);
  }

  @Test
  void deployment_options_areThoseOfTheParameterFile() throws IOException {
    String parameters = Files.readString(Path.of("infra/main.bicepparam"));
    MarkdownFile readme = MarkdownFile.of("infra/README.md");
    List<String> variables =
        matches("readEnvironmentVariable\\('(\\w+)'", parameters)
            .map(name -> name.group(1))
            .toList();

    assertThat(readme.section("Options")).contains(variables);
    assertThat(readme.firstCells("Options"))
        .containsExactlyInAnyOrderElementsOf(
            variables.stream().filter(name -> !name.startsWith("AZURE_")).toList());
  }

  @Test
  void deployment_roles_areNamed() throws IOException {
    JsonNode roles = json.readTree(Path.of("infra/roles.json").toFile());

    assertThat(MarkdownFile.of("infra/README.md").section("What is created, and what it may do"))
        .contains(
            roles.properties().stream()
                .map(role -> role.getKey().replaceAll("([A-Z])", " $1"))
                .map(words -> words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1))
                .toList());
  }

  @Test
  void commands_classesAndFiles_areThere() throws IOException {
    String text = everyDocument();
    List<String> tests =
        matches("-Dtest='?([\\w,]+)", text)
            .flatMap(match -> Stream.of(match.group(1).split(",")))
            .toList();
    List<String> files =
        matches("\\b(?:infra|src)/[\\w/.-]*\\w", text).map(MatchResult::group).toList();

    assertThat(tests)
        .contains("RandomMixTest")
        .allSatisfy(test -> assertThat(FAULTS.resolve(test + ".java")).exists());
    assertThat(files)
        .contains("infra/main.bicep")
        .allSatisfy(file -> assertThat(Path.of(file)).exists());
  }

  private static String everyDocument() throws IOException {
    return String.join("\n", MarkdownFile.all().stream().map(MarkdownFile::text).toList());
  }

  private static Stream<MatchResult> matches(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results();
  }
}
