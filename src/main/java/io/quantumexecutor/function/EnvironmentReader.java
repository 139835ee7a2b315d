package io.quantumexecutor.function;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads variables and remembers everything that is wrong with them. */
final class EnvironmentReader {
  private final Map<String, String> environment;
  private final List<String> wrong = new ArrayList<>();

  EnvironmentReader(Map<String, String> environment) {
    this.environment = environment;
  }

  <T> Optional<T> optional(String name, Function<String, T> parse) {
    String text = environment.get(name);
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(text.strip()));
    } catch (IllegalArgumentException e) {
      // The value may be a secret and is not shown; messages of the JDK's decoders may quote it.
      wrong.add(name + " is malformed");
      return Optional.empty();
    }
  }

  <T> Optional<T> required(String name, Function<String, T> parse) {
    String text = environment.get(name);
    if (text == null || text.isBlank()) {
      wrong.add(name + " is missing");
    }
    return optional(name, parse);
  }

  static boolean flag(String text) {
    if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
      throw new IllegalArgumentException("must be true or false");
    }
    return Boolean.parseBoolean(text);
  }

  int positive(String name, int otherwise) {
    return optional(
            name,
            text -> {
              int value = Integer.parseInt(text);
              if (value < 1) {
                throw new IllegalArgumentException("must be at least 1");
              }
              return value;
            })
        .orElse(otherwise);
  }

  Duration seconds(String name, Duration otherwise) {
    return Duration.ofSeconds(positive(name, Math.toIntExact(otherwise.toSeconds())));
  }

  void throwIfWrong() {
    if (!wrong.isEmpty()) {
      throw new IllegalStateException("the settings are not complete: " + String.join("; ", wrong));
    }
  }
}
