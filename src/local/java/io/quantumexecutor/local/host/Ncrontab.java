package io.quantumexecutor.local.host;

import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Reads NCRONTAB expressions: {@code [second] minute hour day-of-month month day-of-week} in UTC
 * (Azure Functions documentation, "NCRONTAB expressions").
 */
final class Ncrontab {
  private static final CronParser PARSER =
      new CronParser(
          CronDefinitionBuilder.defineCron()
              .withSeconds()
              .withStrictRange()
              .and()
              .withMinutes()
              .withStrictRange()
              .and()
              .withHours()
              .withStrictRange()
              .and()
              .withDayOfMonth()
              .withStrictRange()
              .and()
              .withMonth()
              .withStrictRange()
              .and()
              .withDayOfWeek()
              .withMondayDoWValue(1)
              .withStrictRange()
              .and()
              .matchDayOfWeekAndDayOfMonth()
              .instance());

  private Ncrontab() {}

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static Schedule parse(String expression) {
    // cron-utils knows abbreviated names only and lets only a field at the end be missing.
    String text = expression.strip().replaceAll("([A-Za-z]{3})[A-Za-z]+", "$1");
    boolean withoutSeconds = text.split("\\s+", -1).length == 5;
    ExecutionTime times = ExecutionTime.forCron(PARSER.parse(withoutSeconds ? "0 " + text : text));
    return after ->
        times
            .nextExecution(after.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC))
            .map(ZonedDateTime::toInstant);
  }
}
