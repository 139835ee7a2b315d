package io.quantumexecutor.simulator;

/** A circuit with more qubits than the simulator has memory for. */
public final class SimulatorLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SimulatorLimitException(int qubits, int limit) {
    super("the circuit has " + qubits + " qubits; the simulator takes at most " + limit);
  }
}
