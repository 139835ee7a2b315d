package io.quantumexecutor.circuit.qasm;

/** The rules of one version of the language. */
interface VersionRules {
  /** Reads the next statement. */
  Statement statement();
}
