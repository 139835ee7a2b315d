package io.quantumexecutor.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.view.ApiResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleApiTest {
  private static final Path SOURCES = Path.of("src", "main", "resources", "console");
  private static final Pattern IMPORT = Pattern.compile("(?:from |import\\()'\\./([^']+)'");
  private static final Pattern LINKED = Pattern.compile("(?:src|href)=\"console/([^\"]+)\"");

  private final ConsoleApi console = new ConsoleApi();

  private ApiResponse get(String path, String... header) {
    Map<String, String> headers = header.length == 0 ? Map.of() : Map.of(header[0], header[1]);
    return console.file(new ApiRequest(path, Map.of(), headers, Optional.empty(), "test"));
  }

  private static String text(ApiResponse response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void page_asked_isProtectedAndLinksToWhatThereIs() {
    ApiResponse page = get("/api/console");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.headers())
        .containsEntry("Content-Type", "text/html; charset=utf-8")
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("Referrer-Policy", "no-referrer")
        .hasEntrySatisfying(
            "Content-Security-Policy",
            policy ->
                assertThat(policy)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "http", "*"));
    assertThat(found(LINKED, text(page)))
        .contains("app.js", "base.css")
        .allSatisfy(name -> assertThat(get("/api/console/" + name).status()).isEqualTo(200));
  }

  @ParameterizedTest
  @MethodSource("files")
  void file_ofTheSources_isServedWithAllThatItImports(String name) {
    ApiResponse file = get("/api/console/" + name);

    assertThat(file.status()).isEqualTo(200);
    assertThat(found(IMPORT, text(file)))
        .allSatisfy(other -> assertThat(get("/api/console/" + other).status()).isEqualTo(200));
    assertThat(text(file)).doesNotContain("innerHTML", "insertAdjacentHTML", "document.write");
  }

  @Test
  void chartLibrary_vendored_comesWithItsLicence() {
    assertThat(text(get("/api/console/vendor/chart.umd.min.js"))).contains("Chart.js");
    assertThat(text(get("/api/console/vendor/LICENSE.md"))).contains("MIT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/console/../META-INF/MANIFEST.MF",
        "/api/console/vendor/../index.html",
        "/api/console//etc/passwd",
        "/api/console/..\\index.html",
        "/api/console/.",
        "/api/console/vendor",
        "/api/console/vendor/",
        "/api/console/INDEX.HTML",
        "/api/console/index.html\u0000.js",
        "/api/console/console/index.html"
      })
  void path_thatIsNoListedFile_is404(String path) {
    assertThat(get(path).status()).isEqualTo(404);
  }

  @Test
  void file_thatTheBrowserHas_isNotSentAgain() {
    String tag = get("/api/console/app.js").headers().get("ETag");

    for (String known : List.of(tag, "\"other\", W/" + tag)) {
      ApiResponse again = get("/api/console/app.js", "if-none-match", known);
      assertThat(again.status()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(again.headers()).containsEntry("ETag", tag).containsKey("Cache-Control");
    }
    assertThat(get("/api/console/app.js", "if-none-match", "\"other\"").status()).isEqualTo(200);
  }

  @Test
  void page_withASlashAtItsEnd_isRedirectedToItsPlace() {
    ApiResponse response = get("/api/console/");

    assertThat(response.status()).isEqualTo(308);
    assertThat(response.headers()).containsEntry("Location", "../console");
  }
}
