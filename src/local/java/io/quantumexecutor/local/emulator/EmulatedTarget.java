package io.quantumexecutor.local.emulator;

/**
 * A target of a provider.
 *
 * @param id as Azure Quantum names it
 * @param profile the QIR profile, or the empty string when the target takes no QIR
 */
record EmulatedTarget(String id, String provider, Kind kind, int qubits, String profile) {
  enum Kind {
    /** Answers what a perfect machine would. */
    IDEAL,
    /** Answers zeros for a correct program. */
    SYNTAX_CHECKER,
    /** Answers samples with the machine's noise. */
    NOISY_EMULATOR,
    /** Hardware: noisy samples. */
    QPU
  }
}
