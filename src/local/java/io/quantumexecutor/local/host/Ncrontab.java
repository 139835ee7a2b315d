package io.quantumexecutor.local.host;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An NCRONTAB expression in UTC: {@code [second] minute hour day-of-month month day-of-week}, each
 * a {@code *}, number, name, range, step or list of them (Azure Functions documentation, "NCRONTAB
 * expressions").
 *
 * <p>Unlike in cron, day of month <em>and</em> day of week must match.
 */
final class Ncrontab implements Schedule {
  private static final int HORIZON_DAYS = 8 * 366; // 29 February may be eight years away

  private final Map<NcrontabField, BitSet> fields;

  private Ncrontab(Map<NcrontabField, BitSet> fields) {
    this.fields = fields;
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException naming the field that is wrong
   */
  static Ncrontab parse(String expression) {
    List<String> texts = List.of(expression.strip().split("\\s+", -1));
    NcrontabField[] all = NcrontabField.values();
    int offset = all.length - texts.size();
    if (offset != 0 && offset != 1) {
      throw new IllegalArgumentException(
          "the schedule \"" + expression + "\" has neither six nor five fields");
    }
    Map<NcrontabField, BitSet> fields = new EnumMap<>(NcrontabField.class);
    fields.put(NcrontabField.SECOND, NcrontabField.SECOND.parse("0"));
    for (int i = 0; i < texts.size(); i++) {
      NcrontabField field = all[i + offset];
      fields.put(field, field.parse(texts.get(i)));
    }
    return new Ncrontab(fields);
  }

  @Override
  public Optional<Instant> next(Instant after) {
    OffsetDateTime start =
        after.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    LocalDate day = start.toLocalDate();
    LocalTime earliest = start.toLocalTime();
    for (int i = 0; i < HORIZON_DAYS; i++) {
      if (matches(day)) {
        Optional<LocalTime> time = firstFrom(earliest);
        if (time.isPresent()) {
          return Optional.of(day.atTime(time.get()).toInstant(ZoneOffset.UTC));
        }
      }
      day = day.plusDays(1);
      earliest = LocalTime.MIDNIGHT;
    }
    return Optional.empty();
  }

  private boolean matches(LocalDate day) {
    return allows(NcrontabField.MONTH, day.getMonthValue())
        && allows(NcrontabField.DAY_OF_MONTH, day.getDayOfMonth())
        && allows(NcrontabField.DAY_OF_WEEK, day.getDayOfWeek().getValue() % 7);
  }

  private Optional<LocalTime> firstFrom(LocalTime earliest) {
    for (int hour = from(NcrontabField.HOUR, earliest.getHour());
        hour >= 0;
        hour = from(NcrontabField.HOUR, hour + 1)) {
      boolean sameHour = hour == earliest.getHour();
      int minute = from(NcrontabField.MINUTE, sameHour ? earliest.getMinute() : 0);
      if (sameHour && minute == earliest.getMinute()) {
        int second = from(NcrontabField.SECOND, earliest.getSecond());
        if (second >= 0) {
          return Optional.of(LocalTime.of(hour, minute, second));
        }
        minute = from(NcrontabField.MINUTE, minute + 1);
      }
      if (minute >= 0) {
        return Optional.of(LocalTime.of(hour, minute, from(NcrontabField.SECOND, 0)));
      }
    }
    return Optional.empty();
  }

  private int from(NcrontabField field, int least) {
    return fields.get(field).nextSetBit(least);
  }

  private boolean allows(NcrontabField field, int value) {
    return fields.get(field).get(value);
  }
}
