package io.quantumexecutor.circuit.decompose;

import io.quantumexecutor.circuit.GateType;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Operation.Gate;
import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules that replace one gate by others.
 *
 * <p>A rule may lose a phase only where the gate has no controls: there it is global.
 */
final class GateRewriter {
  private static final double QUARTER = Math.PI / 2;
  private static final double EIGHTH = Math.PI / 4;

  private final GateBasis basis;
  private final int mostGates;
  private final ControlledX controlledX;
  private int written;
  private List<Operation> out = new ArrayList<>();
  private Place place = Place.NONE;

  GateRewriter(GateBasis basis, int qubits, int mostGates) {
    this.basis = basis;
    this.mostGates = mostGates;
    controlledX = new ControlledX(this, basis, qubits);
  }

  /** Appends what stands for the gate. */
  void rewrite(Gate gate, List<Operation> destination) {
    out = destination;
    place = gate.place();
    if (basis.allows(gate.type(), gate.controls().size())) {
      append(gate);
    } else {
      expand(gate);
    }
  }

  private void append(Gate gate) {
    written++;
    if (written > mostGates) {
      throw new ProgramException(
          ProgramError.at(
              place,
              "the program needs more than "
                  + mostGates
                  + " gates of this target; use fewer gates or fewer controls"));
    }
    out.add(gate);
  }

  private void emit(
      GateType type, List<Double> angles, List<Integer> controls, List<Integer> targets) {
    Gate gate = new Gate(type, angles, controls, targets, place);
    if (basis.allows(type, controls.size())) {
      append(gate);
    } else {
      expand(gate);
    }
  }

  /** Appends a gate without angles, or what stands for it. */
  void on(GateType type, List<Integer> controls, int target) {
    emit(type, List.of(), controls, List.of(target));
  }

  void on(GateType type, int target) {
    on(type, List.of(), target);
  }

  /** Appends a gate with one angle, or what stands for it. */
  void turn(GateType type, double angle, List<Integer> controls, int target) {
    emit(type, List.of(angle), controls, List.of(target));
  }

  private void turn(GateType type, double angle, int target) {
    turn(type, angle, List.of(), target);
  }

  private void expand(Gate gate) {
    List<Integer> controls = gate.controls();
    int target = gate.targets().get(0);
    switch (gate.type()) {
      case X -> controlledX.rewrite(controls, target);
      case Y -> between(GateType.SDG, GateType.X, GateType.S, controls, target);
      case Z -> between(GateType.H, GateType.X, GateType.H, controls, target);
      case H -> {
        turn(GateType.RY, EIGHTH, target);
        on(GateType.X, controls, target);
        turn(GateType.RY, -EIGHTH, target);
      }
      case S -> turn(GateType.P, QUARTER, controls, target);
      case SDG -> turn(GateType.P, -QUARTER, controls, target);
      case T -> turn(GateType.P, EIGHTH, controls, target);
      case TDG -> turn(GateType.P, -EIGHTH, controls, target);
      case SX -> rootOfX(QUARTER, controls, target);
      case SXDG -> rootOfX(-QUARTER, controls, target);
      case RX -> {
        on(GateType.H, target);
        turn(GateType.RZ, gate.angles().get(0), controls, target);
        on(GateType.H, target);
      }
      case RY, RZ -> rotation(gate.type(), gate.angles().get(0), controls, target);
      case P -> phase(gate.angles().get(0), controls, target);
      case U -> anyRotation(gate, target);
      case SWAP -> swap(controls, target, gate.targets().get(1));
      case RXX -> hadamarded(gate);
      case RYY -> quarterTurned(gate);
      case RZZ -> ising(gate.angles().get(0), controls, target, gate.targets().get(1));
      case GPI -> gpi(gate.angles().get(0), target);
      case GPI2 -> gpi2(gate.angles().get(0), target);
      case MS -> ms(gate);
      case NATIVE_ZZ -> emit(GateType.RZZ, turns(gate.angles().get(0)), List.of(), gate.targets());
    }
  }

  private void between(
      GateType before, GateType middle, GateType after, List<Integer> controls, int target) {
    on(before, target);
    on(middle, controls, target);
    on(after, target);
  }

  /** √X is H·S·H; without controls it is a rotation about X up to a phase. */
  private void rootOfX(double angle, List<Integer> controls, int target) {
    if (controls.isEmpty()) {
      turn(GateType.RX, angle, target);
      return;
    }
    on(GateType.H, target);
    turn(GateType.P, angle, controls, target);
    on(GateType.H, target);
  }

  /** X turns a rotation about Y or Z around: half of it forth and half of it back. */
  private void rotation(GateType axis, double angle, List<Integer> controls, int target) {
    turn(axis, angle / 2, target);
    on(GateType.X, controls, target);
    turn(axis, -angle / 2, target);
    on(GateType.X, controls, target);
  }

  private void phase(double angle, List<Integer> controls, int target) {
    if (controls.isEmpty()) {
      turn(GateType.RZ, angle, target);
      return;
    }
    int last = controls.get(controls.size() - 1);
    List<Integer> rest = controls.subList(0, controls.size() - 1);
    if (rest.isEmpty()) {
      turn(GateType.RZ, angle, controls, target);
      turn(GateType.P, angle / 2, last);
      return;
    }
    turn(GateType.P, angle / 2, List.of(last), target);
    on(GateType.X, rest, last);
    turn(GateType.P, -angle / 2, List.of(last), target);
    on(GateType.X, rest, last);
    turn(GateType.P, angle / 2, rest, target);
  }

  /** U = e^{i(φ+λ)/2}·Rz(φ)·Ry(θ)·Rz(λ); under controls the phase is one on them. */
  private void anyRotation(Gate gate, int target) {
    double theta = gate.angles().get(0);
    double phi = gate.angles().get(1);
    double lambda = gate.angles().get(2);
    List<Integer> controls = gate.controls();
    if (controls.isEmpty()) {
      turn(GateType.RZ, lambda, target);
      turn(GateType.RY, theta, target);
      turn(GateType.RZ, phi, target);
      return;
    }
    int last = controls.get(controls.size() - 1);
    double half = phi / 2 + lambda / 2;
    turn(GateType.P, half, controls.subList(0, controls.size() - 1), last);
    turn(GateType.RZ, lambda / 2 - phi / 2, target);
    on(GateType.X, controls, target);
    turn(GateType.RZ, -half, target);
    turn(GateType.RY, -theta / 2, target);
    on(GateType.X, controls, target);
    turn(GateType.RY, theta / 2, target);
    turn(GateType.RZ, phi, target);
  }

  private void swap(List<Integer> controls, int a, int b) {
    on(GateType.X, List.of(b), a);
    on(GateType.X, plus(controls, a), b);
    on(GateType.X, List.of(b), a);
  }

  private void hadamarded(Gate gate) {
    gate.targets().forEach(target -> on(GateType.H, target));
    emit(GateType.RZZ, gate.angles(), gate.controls(), gate.targets());
    gate.targets().forEach(target -> on(GateType.H, target));
  }

  private void quarterTurned(Gate gate) {
    gate.targets().forEach(target -> turn(GateType.RX, QUARTER, target));
    emit(GateType.RZZ, gate.angles(), gate.controls(), gate.targets());
    gate.targets().forEach(target -> turn(GateType.RX, -QUARTER, target));
  }

  private void ising(double angle, List<Integer> controls, int a, int b) {
    on(GateType.X, List.of(a), b);
    turn(GateType.RZ, angle, controls, b);
    on(GateType.X, List.of(a), b);
  }

  private static List<Double> turns(double turns) {
    return List.of(2 * Math.PI * turns);
  }

  /** GPI(φ) = Rz(4πφ)·X. */
  private void gpi(double phase, int target) {
    on(GateType.X, target);
    turn(GateType.RZ, 4 * Math.PI * phase, target);
  }

  /** GPI2(φ) = Rz(2πφ)·Rx(π/2)·Rz(−2πφ). */
  private void gpi2(double phase, int target) {
    double angle = 2 * Math.PI * phase;
    turn(GateType.RZ, -angle, target);
    turn(GateType.RX, QUARTER, target);
    turn(GateType.RZ, angle, target);
  }

  /** MS is Rxx between rotations about Z by its phases. */
  private void ms(Gate gate) {
    int a = gate.targets().get(0);
    int b = gate.targets().get(1);
    double angleA = 2 * Math.PI * gate.angles().get(0);
    double angleB = 2 * Math.PI * gate.angles().get(1);
    turn(GateType.RZ, -angleA, a);
    turn(GateType.RZ, -angleB, b);
    emit(GateType.RXX, turns(gate.angles().get(2)), List.of(), gate.targets());
    turn(GateType.RZ, angleA, a);
    turn(GateType.RZ, angleB, b);
  }

  static List<Integer> plus(List<Integer> list, int more) {
    List<Integer> longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }
}
