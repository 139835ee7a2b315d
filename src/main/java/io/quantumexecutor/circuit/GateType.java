package io.quantumexecutor.circuit;

/**
 * The gates of the circuit model. Any number of controls may be put on any of them but the native
 * IonQ ones; everything else a language offers is expressed by these.
 *
 * <p>Angles are radians and plain real numbers (never wrapped), except for the native IonQ gates,
 * whose angles are turns (1 turn = 2π). {@link GateMatrix} gives the exact unitaries, global phase
 * included: under a control it becomes physical.
 */
public enum GateType {
  X(0, 1),
  Y(0, 1),
  Z(0, 1),
  H(0, 1),
  S(0, 1),
  SDG(0, 1),
  T(0, 1),
  TDG(0, 1),
  /** The square root of X, ½·[[1+i, 1−i], [1−i, 1+i]]. */
  SX(0, 1),
  SXDG(0, 1),
  /** exp(−iθX/2). */
  RX(1, 1),
  /** exp(−iθY/2). */
  RY(1, 1),
  /** exp(−iθZ/2). */
  RZ(1, 1),
  /** diag(1, e^{iλ}). */
  P(1, 1),
  /**
   * U(θ, φ, λ) = [[cos(θ/2), −e^{iλ}·sin(θ/2)], [e^{iφ}·sin(θ/2), e^{i(φ+λ)}·cos(θ/2)]], as Qiskit
   * and OpenQASM 3 define it.
   */
  U(3, 1),
  SWAP(0, 2),
  /** exp(−iθ(X⊗X)/2). */
  RXX(1, 2),
  /** exp(−iθ(Y⊗Y)/2). */
  RYY(1, 2),
  /** exp(−iθ(Z⊗Z)/2). */
  RZZ(1, 2),
  /** IonQ native: [[0, e^{−2πiφ}], [e^{2πiφ}, 0]], φ in turns. */
  GPI(1, 1),
  /** IonQ native: 1/√2·[[1, −i·e^{−2πiφ}], [−i·e^{2πiφ}, 1]], φ in turns. */
  GPI2(1, 1),
  /** IonQ native (Aria): phases φ0, φ1 and angle θ, in turns; θ = 0.25 entangles fully. */
  MS(3, 2),
  /** IonQ native (Forte): diag(e^{−iπθ}, e^{iπθ}, e^{iπθ}, e^{−iπθ}), θ in turns. */
  NATIVE_ZZ(1, 2);

  private final int angles;
  private final int targets;

  GateType(int angles, int targets) {
    this.angles = angles;
    this.targets = targets;
  }

  /** How many angles the gate takes. */
  public int angles() {
    return angles;
  }

  /** How many target qubits the gate takes. */
  public int targets() {
    return targets;
  }

  /** Whether the gate belongs to IonQ's native gate set: it takes no controls. */
  public boolean isNative() {
    return this == GPI || this == GPI2 || this == MS || this == NATIVE_ZZ;
  }
}
