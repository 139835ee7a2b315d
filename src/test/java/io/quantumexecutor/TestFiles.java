package io.quantumexecutor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The files that tests read. Where those of others are missing, their tests are skipped. */
public enum TestFiles {
  /** Written for these tests; every clone has them. */
  OURS("src/test/resources/programs", "src/test/resources/exchanges"),

  /** Programs of other projects and recordings of the real service; not ours to publish. */
  OTHERS("../shared/programs", "../shared/recordings");

  private final Path programs;
  private final Path exchanges;

  TestFiles(String programs, String exchanges) {
    this.programs = Path.of(programs);
    this.exchanges = Path.of(exchanges);
  }

  /** The text of a program. */
  public String program(String file) {
    needs("programs of other projects", programs);
    try {
      return Files.readString(programs.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The exchanges with Azure Quantum and its storage in one file, in their order: {@code
   * {"request": {"method", "uri", "body"}, "response": {"status", "body"}}}.
   */
  public List<JsonNode> exchanges(String file) {
    needs("recordings of the real service", exchanges);
    return read(exchanges.resolve(file));
  }

  /** The exchanges in all files. */
  public List<JsonNode> allExchanges() {
    needs("recordings of the real service", exchanges);
    try (Stream<Path> files = Files.list(exchanges)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .flatMap(file -> read(file).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void needs(String what, Path folder) {
    assumeTrue(this == OURS || Files.isDirectory(folder), what + " (put them into " + folder + ")");
  }

  private static List<JsonNode> read(Path file) {
    try {
      JsonNode exchanges = new ObjectMapper().readTree(file.toFile());
      return StreamSupport.stream(exchanges.spliterator(), false).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
