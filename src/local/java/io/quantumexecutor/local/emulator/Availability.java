package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the service says of a target. Only an unavailable one refuses jobs. */
public enum Availability {
  AVAILABLE("Available"),
  DEGRADED("Degraded"),
  UNAVAILABLE("Unavailable");

  private final String wireName;

  Availability(String wireName) {
    this.wireName = wireName;
  }

  @JsonValue
  public String wireName() {
    return wireName;
  }

  @JsonCreator
  static Availability of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
