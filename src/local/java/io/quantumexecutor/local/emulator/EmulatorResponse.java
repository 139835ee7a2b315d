package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** An answer, and how much of it reaches the client. */
record EmulatorResponse(int status, Map<String, String> headers, String body, Delivery delivery) {
  /** Faults spoil the delivery of an answer. */
  enum Delivery {
    WHOLE,
    /** The full length is promised, half of it sent, then the connection closed. */
    TRUNCATED,
    /** The connection is closed without a byte. */
    DROPPED
  }

  private static final Map<String, String> JSON_TYPE =
      Map.of("Content-Type", "application/json; charset=utf-8");

  static EmulatorResponse json(int status, JsonNode body) {
    return new EmulatorResponse(status, JSON_TYPE, EmulatorJson.text(body), Delivery.WHOLE);
  }

  static EmulatorResponse ok(JsonNode body) {
    return json(200, body);
  }

  static EmulatorResponse empty(int status) {
    return new EmulatorResponse(status, Map.of(), "", Delivery.WHOLE);
  }

  static EmulatorResponse text(int status, Map<String, String> headers, String body) {
    return new EmulatorResponse(status, headers, body, Delivery.WHOLE);
  }

  EmulatorResponse withBody(String value) {
    return new EmulatorResponse(status, headers, value, delivery);
  }

  EmulatorResponse delivered(Delivery value) {
    return new EmulatorResponse(status, headers, body, value);
  }
}
