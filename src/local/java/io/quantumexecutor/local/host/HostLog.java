package io.quantumexecutor.local.host;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Prints log records with the words of the host for their levels. Message parameters are not put
 * in, because the worker does not do so either.
 */
final class HostLog {
  /**
   * The host's own setting for its least level (Azure Functions documentation, "host.json
   * reference": logging).
   */
  private static final String LEVEL_SETTING = "AzureFunctionsJobHost__logging__logLevel__default";

  private static final Map<String, Level> LEVELS =
      Map.of(
          "Trace", Level.FINEST,
          "Debug", Level.CONFIG,
          "Information", Level.INFO,
          "Warning", Level.WARNING,
          "Error", Level.SEVERE,
          "None", Level.OFF);

  private final PrintStream out;
  private final Level least;

  HostLog(PrintStream out, Map<String, String> environment) {
    this.out = out;
    this.least = LEVELS.getOrDefault(environment.getOrDefault(LEVEL_SETTING, ""), Level.INFO);
  }

  /** A new invocation with a logger of its own. */
  Invocation invocation(String function) {
    String id = UUID.randomUUID().toString();
    return new Invocation(function, id, logger(function + " " + id));
  }

  /** A logger that writes here and nowhere else. */
  Logger logger(String source) {
    Logger logger = Logger.getAnonymousLogger();
    logger.setUseParentHandlers(false);
    logger.setLevel(Level.ALL);
    logger.addHandler(new Source(source));
    return logger;
  }

  private final class Source extends Handler {
    private final String name;

    Source(String name) {
      this.name = name;
    }

    @Override
    public void publish(LogRecord logged) {
      print(name, logged);
    }

    @Override
    public void flush() {
      out.flush();
    }

    @Override
    public void close() {}
  }

  private void print(String source, LogRecord logged) {
    if (logged.getLevel().intValue() < least.intValue()) {
      return;
    }
    StringWriter text = new StringWriter();
    text.write(
        "%s [%s] %s: %s"
            .formatted(logged.getInstant(), word(logged.getLevel()), source, logged.getMessage()));
    Throwable thrown = logged.getThrown();
    if (thrown != null) {
      text.write(System.lineSeparator());
      thrown.printStackTrace(new PrintWriter(text));
    }
    out.println(text);
  }

  private static String word(Level level) {
    int value = level.intValue();
    if (value >= Level.SEVERE.intValue()) {
      return "Error";
    }
    if (value >= Level.WARNING.intValue()) {
      return "Warning";
    }
    if (value >= Level.INFO.intValue()) {
      return "Information";
    }
    return value >= Level.CONFIG.intValue() ? "Debug" : "Trace";
  }
}
