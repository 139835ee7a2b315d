package io.quantumexecutor.simulator;

/**
 * Depolarizing gate errors and readout flips.
 *
 * @param p1 probability that a gate on one qubit is followed by one of the 3 Pauli errors
 * @param p2 probability that a gate on two qubits is followed by one of the 15 Pauli errors on
 *     them; a gate on m &gt; 2 qubits counts as 6·(m − 2) such gates (a Toffoli gate takes six
 *     CNOTs) on neighbouring pairs of its qubits in turn
 * @param pMeasure0 probability that a measured 0 is read as 1
 * @param pMeasure1 probability that a measured 1 is read as 0
 */
public record NoiseModel(double p1, double p2, double pMeasure0, double pMeasure1) {
  public static final NoiseModel NONE = new NoiseModel(0, 0, 0, 0);

  public NoiseModel {
    for (double p : new double[] {p1, p2, pMeasure0, pMeasure1}) {
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException(p + " is not a probability");
      }
    }
  }

  boolean hasGateErrors() {
    return p1 > 0 || p2 > 0;
  }

  /** The probability that a measured value is read as the other one. */
  double flipProbability(boolean value) {
    return value ? pMeasure1 : pMeasure0;
  }
}
