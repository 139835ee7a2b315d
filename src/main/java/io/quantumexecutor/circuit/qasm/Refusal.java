package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Place;

/** Unwinds the reading of one statement; caught where the next statement can be read. */
class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Place place;

  Refusal(Place place, String message) {
    super(message, null, false, false);
    this.place = place;
  }

  Place place() {
    return place;
  }

  String message() {
    return String.valueOf(getMessage());
  }

  /** Ends the reading of the whole text. */
  static final class LimitReached extends Refusal {
    private static final long serialVersionUID = 1L;

    LimitReached(Place place, String message) {
      super(place, message);
    }
  }

  /** Follows from an error that is reported already. */
  static final class Consequence extends Refusal {
    private static final long serialVersionUID = 1L;

    Consequence(Place place) {
      super(place, "");
    }
  }
}
