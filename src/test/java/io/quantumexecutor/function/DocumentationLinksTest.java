package io.quantumexecutor.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link between the documents leads somewhere, and every document can be found. */
final class DocumentationLinksTest {
  static List<MarkdownFile> documents() throws IOException {
    return MarkdownFile.all();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void document_relativeLinks_leadToFilesAndHeadings(MarkdownFile document) throws IOException {
    assertThat(broken(document)).isEmpty();
  }

  @Test
  void document_withBrokenLinks_isFound() throws IOException {
    Path here = MarkdownFile.ROOT.resolve("infra/new.md");
    String text =
        """
        [file](missing.md) [heading](../README.md#nowhere) [outside](../../elsewhere.md)
        [own heading](#new-one) [own file](main.bicep) [web](https://example.com/missing)
        `[code](missing-too.md)`

        ```bash
        [code](missing-too.md)
        ```

        ## New: one

        [name]: missing-definition.md
        """;

    assertThat(broken(new MarkdownFile(here, text)))
        .containsExactly(
            "missing.md", "../README.md#nowhere", "../../elsewhere.md", "missing-definition.md");
  }

  @Test
  void documents_all_canBeReachedFromTheReadme() throws IOException {
    Deque<Path> unread = new ArrayDeque<>(List.of(MarkdownFile.ROOT.resolve("README.md")));
    Set<Path> reached = new HashSet<>(unread);
    List<MarkdownFile> documents = MarkdownFile.all();
    while (!unread.isEmpty()) {
      Path next = unread.remove();
      documents.stream()
          .filter(document -> document.path().equals(next))
          .flatMap(document -> document.links().stream().map(document::target))
          .filter(reached::add)
          .forEach(unread::add);
    }

    assertThat(documents).hasSizeGreaterThan(8);
    assertThat(reached).containsAll(documents.stream().map(MarkdownFile::path).toList());
  }

  private static List<String> broken(MarkdownFile document) throws IOException {
    Set<String> broken = new HashSet<>();
    for (String link : document.links()) {
      if (!leadsSomewhere(document, link)) {
        broken.add(link);
      }
    }
    return document.links().stream().filter(broken::contains).toList();
  }

  private static boolean leadsSomewhere(MarkdownFile document, String link) throws IOException {
    Path target = document.target(link);
    if (!target.startsWith(MarkdownFile.ROOT)) {
      return false;
    }
    int hash = link.indexOf('#');
    if (hash < 0) {
      return Files.exists(target);
    }
    MarkdownFile other =
        target.equals(document.path())
            ? document
            : Files.isRegularFile(target)
                ? MarkdownFile.of(target.toString())
                : new MarkdownFile(target, "");
    return other.anchors().contains(link.substring(hash + 1));
  }
}
