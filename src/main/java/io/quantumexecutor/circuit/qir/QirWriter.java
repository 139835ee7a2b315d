package io.quantumexecutor.circuit.qir;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.Condition;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Operation.Gate;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramErrors;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.Register;
import io.quantumexecutor.circuit.StepBudget;
import io.quantumexecutor.circuit.decompose.Decomposer;
import io.quantumexecutor.circuit.decompose.GateBasis;
import io.quantumexecutor.circuit.decompose.StraightLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Writes circuits as QIR 1.0 text, in the shape Azure Quantum's own compiler gives it.
 *
 * <p>Outputs are recorded at the end, one array per classical register in declaration order, index
 * 0 first, in a tuple unless there is exactly one register. Every measurement has a result of its
 * own, and the last one written to a bit is recorded. Bits that are never measured are 0: one qubit
 * that nothing touches, a further one if there is none, is measured for all of them together.
 */
public final class QirWriter {
  private static final int UNWRITTEN = -1;

  private final QirText text = new QirText();
  private final CircuitLimits limits;
  private final Logic logic;
  private final int[] resultOfBit;
  private final BitSet touched = new BitSet();
  private int results;
  private int blocks;

  private QirWriter(int bits, CircuitLimits limits) {
    this.limits = limits;
    logic = new Logic(new StepBudget(limits.steps()), limits.nesting());
    resultOfBit = new int[bits];
    Arrays.fill(resultOfBit, UNWRITTEN);
  }

  /**
   * The whole file.
   *
   * @throws ProgramException if the profile cannot express the circuit: base takes gates with
   *     measurements at the end, adaptive everything but measurements inside conditionals; or if
   *     the text becomes too long
   */
  public static String write(Circuit circuit, QirProfile profile, CircuitLimits limits) {
    QirWriter writer = new QirWriter(circuit.bitCount(), limits);
    if (profile == QirProfile.BASE) {
      StraightLine line = StraightLine.of(circuit, "base-profile QIR");
      writer.write(writer.decomposed(circuit, line.gates()));
      writer.write(line.measurements());
    } else {
      ProgramErrors errors = new ProgramErrors();
      circuit.operations().forEach(operation -> refuseInnerMeasurements(operation, errors));
      errors.throwIfAny();
      writer.write(writer.decomposed(circuit, circuit.operations()));
    }
    return writer.finish(circuit, profile);
  }

  /** The whole file within {@link CircuitLimits#DEFAULT}. */
  public static String write(Circuit circuit, QirProfile profile) {
    return write(circuit, profile, CircuitLimits.DEFAULT);
  }

  private List<Operation> decomposed(Circuit circuit, List<? extends Operation> operations) {
    Circuit part = new Circuit(circuit.qubits(), circuit.bits(), List.copyOf(operations));
    return Decomposer.to(GateBasis.QIR, limits).apply(part).operations();
  }

  private static void refuseInnerMeasurements(Operation operation, ProgramErrors errors) {
    if (operation instanceof Operation.Conditional conditional) {
      List<Operation> bodies = new ArrayList<>(conditional.then());
      bodies.addAll(conditional.otherwise());
      for (Operation inner : bodies) {
        if (inner instanceof Operation.Measurement) {
          errors.add(
              ProgramError.at(
                  inner.place(),
                  "QIR cannot record a measurement inside a conditional; measure outside of it"));
        }
        refuseInnerMeasurements(inner, errors);
      }
    }
  }

  private void write(List<? extends Operation> operations) {
    for (Operation operation : operations) {
      limits.checkWritten(text.length(), operation.place());
      if (operation instanceof Gate gate) {
        write(gate);
      } else if (operation instanceof Operation.Measurement measurement) {
        touched.set(measurement.qubit());
        text.measure(measurement.qubit(), results);
        resultOfBit[measurement.bit()] = results;
        results++;
      } else if (operation instanceof Operation.Reset reset) {
        touched.set(reset.qubit());
        text.reset(reset.qubit());
      } else if (operation instanceof Operation.Conditional conditional) {
        write(conditional);
      } else if (!(operation instanceof Operation.Barrier)) {
        throw new IllegalStateException("unknown operation " + operation.getClass());
      }
    }
  }

  private void write(Gate gate) {
    List<Integer> qubits = gate.targets();
    if (!gate.controls().isEmpty()) {
      qubits = new ArrayList<>(gate.controls());
      qubits.addAll(gate.targets());
    }
    qubits.forEach(touched::set);
    text.gate(Intrinsics.name(gate.type(), gate.controls().size()), gate.angles(), qubits);
  }

  private void write(Operation.Conditional conditional) {
    logic.budget().at(conditional.place());
    Condition condition = resolved(conditional.condition());
    if (condition.equals(Logic.TRUE)) {
      write(conditional.then());
    } else if (condition.equals(Logic.FALSE)) {
      write(conditional.otherwise());
    } else if (!conditional.then().isEmpty()) {
      branch(condition, conditional.then(), conditional.otherwise());
    } else if (!conditional.otherwise().isEmpty()) {
      branch(logic.negated(condition), conditional.otherwise(), List.of());
    }
  }

  private void branch(Condition condition, List<Operation> then, List<Operation> otherwise) {
    int thenBlock = blocks + Logic.size(condition);
    int elseBlock = thenBlock + 1;
    int join = otherwise.isEmpty() ? elseBlock : elseBlock + 1;
    test(condition, thenBlock, elseBlock);
    blocks = join;
    body(thenBlock, then, join);
    if (!otherwise.isEmpty()) {
      body(elseBlock, otherwise, join);
    }
    text.block(name(join));
  }

  private void body(int block, List<Operation> operations, int join) {
    text.block(name(block));
    write(operations);
    text.jump(name(join));
  }

  /** One block per tested bit; the next one is entered as soon as the answer is still open. */
  private void test(Condition condition, int yes, int no) {
    if (condition instanceof Condition.BitIs bit) {
      int result = resultOfBit[bit.bit()];
      text.branch(result, name(bit.value() ? yes : no), name(bit.value() ? no : yes));
      return;
    }
    boolean all = condition instanceof Condition.AllOf;
    List<Condition> parts = parts(condition);
    for (Condition part : parts.subList(0, parts.size() - 1)) {
      int next = blocks + Logic.size(part);
      test(part, all ? next : yes, all ? no : next);
      blocks = next;
      text.block(name(next));
    }
    test(parts.get(parts.size() - 1), yes, no);
  }

  private static List<Condition> parts(Condition condition) {
    return condition instanceof Condition.AllOf all
        ? all.parts()
        : ((Condition.AnyOf) condition).parts();
  }

  private static String name(int block) {
    return "block_" + block;
  }

  /** The same test without bits that nothing has written yet: those are 0. */
  private Condition resolved(Condition condition) {
    if (condition instanceof Condition.BitIs bit) {
      boolean written = resultOfBit[bit.bit()] != UNWRITTEN;
      return written ? bit : bit.value() ? Logic.FALSE : Logic.TRUE;
    }
    List<Condition> parts = new ArrayList<>();
    for (Condition part : parts(condition)) {
      parts.add(resolved(part));
    }
    return condition instanceof Condition.AllOf ? logic.all(parts) : logic.any(parts);
  }

  private String finish(Circuit circuit, QirProfile profile) {
    int qubits = circuit.qubitCount();
    if (Arrays.stream(resultOfBit).anyMatch(result -> result == UNWRITTEN)) {
      int untouched = touched.nextClearBit(0);
      text.measure(untouched, results);
      Arrays.setAll(resultOfBit, b -> resultOfBit[b] == UNWRITTEN ? results : resultOfBit[b]);
      qubits = Math.max(qubits, untouched + 1);
      results++;
    }
    record(circuit.bits());
    return text.finish(profile, qubits, results);
  }

  private void record(List<Register> registers) {
    if (registers.size() == 1) {
      record(registers.get(0), 0, "a");
      return;
    }
    text.recordTuple(registers.size(), "t");
    int offset = 0;
    for (int i = 0; i < registers.size(); i++) {
      record(registers.get(i), offset, "t" + i + "a");
      offset += registers.get(i).size();
    }
  }

  private void record(Register register, int offset, String path) {
    text.recordArray(register.size(), path);
    for (int i = 0; i < register.size(); i++) {
      text.recordResult(resultOfBit[offset + i], path + i + "r");
    }
  }
}
