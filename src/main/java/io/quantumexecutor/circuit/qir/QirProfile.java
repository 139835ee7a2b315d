package io.quantumexecutor.circuit.qir;

/** What a target can do beyond gates and measurements at the end (QIR specification, profiles). */
public enum QirProfile {
  /** Nothing. */
  BASE("base_profile"),
  /** Measurement, reset and branching midway, integer computations. */
  ADAPTIVE_RI("adaptive_profile"),
  /** The same and floating-point computations. */
  ADAPTIVE_RIF("adaptive_profile");

  private final String attribute;

  QirProfile(String attribute) {
    this.attribute = attribute;
  }

  /** The value of the entry point's attribute {@code qir_profiles}. */
  String attribute() {
    return attribute;
  }
}
