package io.quantumexecutor.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * What the launcher was asked for with {@code -Dlocal.*}.
 *
 * @param exitAfterJob end when the job has ended instead of staying up
 */
record LocalOptions(Part part, JobOptions job, LocalPorts ports, boolean exitAfterJob) {
  /**
   * Which part of the stack to start; the emulator comes with Azurite, where it keeps its jobs'
   * data.
   */
  enum Part {
    ALL,
    EMULATOR,
    HOST,
    /** No stack: times submissions, translations and the simulator, and ends. */
    BENCHMARK
  }

  /**
   * The job to submit.
   *
   * @param program a file; empty for the built-in Bell program
   * @param params the provider's options, a JSON object
   */
  record JobOptions(
      Optional<Path> program, String backend, Optional<JsonNode> params, Optional<Integer> shots) {}

  private static final String DEFAULT_PORT = "7071";

  /**
   * Reads the properties; one that is blank counts as not given.
   *
   * @throws LocalStackException listing everything that is wrong
   */
  static LocalOptions read(Properties properties) {
    Reader reader = new Reader(properties, new ArrayList<>());
    Part part = reader.part();
    boolean exit = reader.exit(part);
    JobOptions job =
        new JobOptions(
            reader.text("local.program").map(name -> ProjectRoot.find().resolve(name)),
            reader.text("local.backend").orElse("ionq.simulator"),
            reader.params(),
            reader.text("local.shots").map(text -> reader.number("local.shots", text)));
    int first = reader.number("local.port", reader.text("local.port").orElse(DEFAULT_PORT));
    if (first < 1 || first > 65_535 - LocalPorts.LAST_OFFSET) {
      reader.problems.add("local.port=" + first + " leaves no six ports up to 65535");
    }
    if (!reader.problems.isEmpty()) {
      throw new LocalStackException(String.join("\n", reader.problems));
    }
    return new LocalOptions(part, job, new LocalPorts(first), exit);
  }

  private record Reader(Properties properties, List<String> problems) {
    Optional<String> text(String name) {
      return Optional.ofNullable(properties.getProperty(name)).filter(text -> !text.isBlank());
    }

    Part part() {
      String name = text("local.only").orElse("all").toUpperCase(Locale.ROOT);
      for (Part part : Part.values()) {
        if (part.name().equals(name)) {
          return part;
        }
      }
      problems.add(
          "local.only takes emulator, host or benchmark, and not " + text("local.only").orElse(""));
      return Part.ALL;
    }

    boolean exit(Part part) {
      String text = text("local.exit").orElse("false");
      if (!text.equals("true") && !text.equals("false")) {
        problems.add("local.exit takes true or false, and not " + text);
      }
      if (text.equals("true") && part != Part.ALL) {
        problems.add("local.exit ends after a job, and local.only submits none: give only one");
      }
      return text.equals("true");
    }

    int number(String name, String text) {
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException e) {
        problems.add(name + " takes a whole number, and not " + text);
        return 1;
      }
    }

    Optional<JsonNode> params() {
      return text("local.params").flatMap(this::object);
    }

    private Optional<JsonNode> object(String text) {
      try {
        JsonNode node = new ObjectMapper().readTree(text);
        if (node.isObject()) {
          return Optional.of(node);
        }
        problems.add("local.params takes a JSON object, and not " + text);
      } catch (JsonProcessingException e) {
        problems.add("local.params is not JSON: " + e.getOriginalMessage() + ": " + text);
      }
      return Optional.empty();
    }
  }
}
