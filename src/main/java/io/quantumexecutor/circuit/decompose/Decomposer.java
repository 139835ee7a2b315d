package io.quantumexecutor.circuit.decompose;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramErrors;
import io.quantumexecutor.circuit.ProgramException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites the gates of a circuit into a basis, exactly up to a global phase and without further
 * qubits.
 *
 * <p>Gates with many controls may use any other qubit of the circuit as a work qubit, in whatever
 * state it is, and leave it as it was. Angles keep their sign and size: nothing is wrapped, because
 * a wrapped angle is another gate under a control.
 */
public final class Decomposer {
  /** Sums of angles stay finite below this. */
  private static final double MAX_ANGLE = 1e300;

  private final GateBasis basis;
  private final CircuitLimits limits;

  private Decomposer(GateBasis basis, CircuitLimits limits) {
    this.basis = basis;
    this.limits = limits;
  }

  /** A decomposer into the gates of a basis, with {@link CircuitLimits#DEFAULT}. */
  public static Decomposer to(GateBasis basis) {
    return to(basis, CircuitLimits.DEFAULT);
  }

  /** A decomposer into the gates of a basis. */
  public static Decomposer to(GateBasis basis, CircuitLimits limits) {
    return new Decomposer(basis, limits);
  }

  /**
   * The same circuit in the basis; operations that are no gates, and gates already in the basis,
   * stay as they are.
   *
   * @throws ProgramException if an angle is not a finite number, or if more operations would be
   *     needed than the limits allow
   */
  public Circuit apply(Circuit circuit) {
    ProgramErrors errors = new ProgramErrors();
    checkAngles(circuit.operations(), errors);
    errors.throwIfAny();
    GateRewriter rewriter = new GateRewriter(basis, circuit.qubitCount(), limits.operations());
    return new Circuit(
        circuit.qubits(), circuit.bits(), rewriteAll(circuit.operations(), rewriter));
  }

  private static List<Operation> rewriteAll(List<Operation> operations, GateRewriter rewriter) {
    List<Operation> rewritten = new ArrayList<>(operations.size());
    for (Operation operation : operations) {
      if (operation instanceof Operation.Gate gate) {
        rewriter.rewrite(gate, rewritten);
      } else if (operation instanceof Operation.Conditional conditional) {
        rewritten.add(
            new Operation.Conditional(
                conditional.condition(),
                rewriteAll(conditional.then(), rewriter),
                rewriteAll(conditional.otherwise(), rewriter),
                conditional.place()));
      } else {
        rewritten.add(operation);
      }
    }
    return rewritten;
  }

  private static void checkAngles(List<Operation> operations, ProgramErrors errors) {
    for (Operation operation : operations) {
      if (operation instanceof Operation.Gate gate) {
        for (double angle : gate.angles()) {
          if (!(Math.abs(angle) <= MAX_ANGLE)) {
            errors.add(
                ProgramError.at(
                    gate.place(),
                    "angle " + angle + " of gate " + gate.type() + " is not a usable number"));
          }
        }
      } else if (operation instanceof Operation.Conditional conditional) {
        checkAngles(conditional.then(), errors);
        checkAngles(conditional.otherwise(), errors);
      }
    }
  }
}
