package io.quantumexecutor.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantumexecutor.job.JobLog;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Logger;

/** Structured lines as JSON in the log; within a call they carry the invocation of the call. */
final class LoggedLines implements JobLog {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ThreadLocal<Logger> ofThisCall =
      ThreadLocal.withInitial(() -> Logger.getLogger(LoggedLines.class.getName()));

  /** Does work whose lines go to the logger of a call. */
  <T> T within(Logger logger, Supplier<T> work) {
    ofThisCall.set(logger);
    try {
      return work.get();
    } finally {
      ofThisCall.remove();
    }
  }

  @Override
  public void line(Map<String, Object> facts) {
    try {
      ofThisCall.get().info(JSON.writeValueAsString(facts));
    } catch (JsonProcessingException e) {
      ofThisCall.get().warning("a line of the log could not be written");
    }
  }
}
