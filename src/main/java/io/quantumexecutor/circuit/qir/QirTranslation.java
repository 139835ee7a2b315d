package io.quantumexecutor.circuit.qir;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.Condition;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Operation.Conditional;
import io.quantumexecutor.circuit.Operation.Gate;
import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramErrors;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.Register;
import io.quantumexecutor.circuit.StepBudget;
import io.quantumexecutor.circuit.qir.QirProgram.Binary;
import io.quantumexecutor.circuit.qir.QirProgram.Block;
import io.quantumexecutor.circuit.qir.QirProgram.Branch;
import io.quantumexecutor.circuit.qir.QirProgram.Call;
import io.quantumexecutor.circuit.qir.QirProgram.Instruction;
import io.quantumexecutor.circuit.qir.QirProgram.Jump;
import io.quantumexecutor.circuit.qir.QirProgram.Phi;
import io.quantumexecutor.circuit.qir.QirProgram.Return;
import io.quantumexecutor.circuit.qir.QirProgram.Select;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns blocks into operations.
 *
 * <p>Without loops, and with measurements only where every run comes by, a block runs exactly when
 * some condition on the results measured before holds; its operations become a conditional.
 */
final class QirTranslation {
  /** Keeps hostile texts, whose branches never meet again, from growing conditions without end. */
  private static final int MAX_TESTS = 1_024;

  private static final int MAX_TESTS_IN_ALL = 2_000_000;

  private final CircuitLimits limits;
  private final ValueTable values;
  private final Logic logic;
  private final StepBudget budget;
  private final Map<String, Map<String, Condition>> entries = new HashMap<>();
  private final List<Operation> operations = new ArrayList<>();
  private List<Operation> body = operations;
  private int written;
  private long tests;

  private QirTranslation(CircuitLimits limits, ValueTable values, Logic logic) {
    this.limits = limits;
    this.values = values;
    this.logic = logic;
    budget = logic.budget();
  }

  /**
   * The circuit of a program.
   *
   * @throws ProgramException with every error found
   */
  static Circuit of(QirProgram program, CircuitLimits limits, StepBudget budget) {
    List<Block> blocks = ControlFlow.ordered(program.blocks());
    Resources resources = new Resources(program.attributes());
    BitPlan.Bits bits = plan(blocks, resources, budget).finish(limits.nesting());
    int qubits = resources.qubits();
    checkSize(qubits, limits.qubits(), "qubits");
    checkSize(bits.count(), limits.bits(), "bits");
    Logic logic = new Logic(budget, limits.nesting());
    ValueTable values = new ValueTable(bits.ofResult(), logic);
    QirTranslation translation = new QirTranslation(limits, values, logic);
    translation.translate(blocks);
    List<Register> quantum = qubits == 0 ? List.of() : List.of(new Register("q", qubits));
    return new Circuit(quantum, bits.registers(), translation.operations);
  }

  private static BitPlan plan(List<Block> blocks, Resources resources, StepBudget budget) {
    ProgramErrors errors = new ProgramErrors();
    BitPlan plan = new BitPlan();
    for (Block block : blocks) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Call call) {
          budget.at(call.place());
          budget.spend(8);
          try {
            QirCall checked = QirCall.of(call);
            resources.use(checked, call.place());
            plan.note(checked, call.place());
          } catch (ProgramException e) {
            e.errors().forEach(errors::add);
          }
        }
      }
    }
    errors.throwIfAny();
    return plan;
  }

  private static void checkSize(int size, int most, String what) {
    if (size > most) {
      throw new ProgramException(
          ProgramError.of("the program has " + size + " " + what + "; at most " + most + " pass"));
    }
  }

  private void translate(List<Block> blocks) {
    ProgramErrors errors = new ProgramErrors();
    entries.put(blocks.get(0).label(), Map.of("", Logic.TRUE));
    for (Block block : blocks) {
      Map<String, Condition> edges = entries.getOrDefault(block.label(), Map.of());
      budget.at(block.last().place());
      Condition reached = logic.any(List.copyOf(edges.values()));
      limitTests(reached, block.last().place());
      body = reached.equals(Logic.TRUE) ? operations : new ArrayList<>();
      for (Instruction instruction : block.instructions()) {
        budget.at(instruction.place());
        budget.spend(8);
        try {
          translate(instruction, edges);
        } catch (ProgramException e) {
          e.errors().forEach(errors::add);
        }
      }
      if (body != operations && !body.isEmpty() && !reached.equals(Logic.FALSE)) {
        addConditional(reached, block.last().place());
      }
      errors.throwIfAny();
      leave(block, reached);
    }
  }

  private void limitTests(Condition reached, Place place) {
    int size = Logic.size(reached);
    tests += size;
    if (size > MAX_TESTS || tests > MAX_TESTS_IN_ALL) {
      throw refused(place, "too many tests decide whether this block runs; use fewer branches");
    }
  }

  private void leave(Block block, Condition reached) {
    if (block.last() instanceof Jump jump) {
      edge(block.label(), jump.target(), reached);
    } else if (block.last() instanceof Branch branch) {
      budget.at(branch.place());
      Condition condition = values.condition(branch.condition(), branch.place());
      edge(block.label(), branch.yes(), logic.all(reached, condition));
      edge(block.label(), branch.no(), logic.all(reached, logic.negated(condition)));
    } else if (!(block.last() instanceof Return)) {
      throw new IllegalStateException("unknown end of a block " + block.last().getClass());
    }
  }

  private void edge(String from, String to, Condition condition) {
    entries
        .computeIfAbsent(to, label -> new LinkedHashMap<>())
        .merge(from, condition, (a, b) -> logic.any(List.of(a, b)));
  }

  /** Two blocks of which exactly one runs are the two bodies of one conditional. */
  private void addConditional(Condition condition, Place place) {
    int last = operations.size() - 1;
    if (last >= 0
        && operations.get(last) instanceof Conditional before
        && before.otherwise().isEmpty()
        && before.condition().equals(logic.negated(condition))) {
      operations.set(
          last, new Conditional(before.condition(), before.then(), body, before.place()));
    } else {
      operations.add(new Conditional(condition, body, List.of(), place));
    }
  }

  private void translate(Instruction instruction, Map<String, Condition> edges) {
    try {
      if (instruction instanceof Call call) {
        translate(call);
      } else if (instruction instanceof Binary binary) {
        values.compute(binary);
      } else if (instruction instanceof Select select) {
        values.choose(select);
      } else if (instruction instanceof Phi phi) {
        values.join(phi, edges);
      } else {
        throw new IllegalStateException("unknown instruction " + instruction.getClass());
      }
    } catch (Cases.TooManyException e) {
      throw refused(instruction.place(), "this number depends on too many results");
    }
  }

  private void translate(Call written) {
    QirCall call = QirCall.of(written);
    Place place = written.place();
    switch (call.action()) {
      case GATE -> addGate(call, place);
      case MEASURE -> measure(call, place);
      case MEASURE_AND_RESET -> {
        measure(call, place);
        add(new Operation.Reset(call.id(), place));
      }
      case RESET -> add(new Operation.Reset(call.id(), place));
      case READ -> values.read(written.variable(), call.id(), place);
      case RECORD_RESULT -> {
        refuseInBranch(place, "an output is recorded");
        values.requireMeasured(call.id(), place);
      }
      case RECORD_ARRAY, RECORD_TUPLE -> refuseInBranch(place, "an output is recorded");
      case NOTHING -> {}
    }
  }

  private void addGate(QirCall call, Place place) {
    Intrinsics.Intrinsic gate = call.gate();
    if (gate != null) {
      List<Integer> controls = call.ids().subList(0, gate.controls());
      List<Integer> targets = call.ids().subList(gate.controls(), call.ids().size());
      add(new Gate(gate.type(), call.angles(), controls, targets, place));
    }
  }

  private void measure(QirCall call, Place place) {
    refuseInBranch(place, "a qubit is measured");
    for (int bit : values.measure(call.result(), place)) {
      add(new Operation.Measurement(call.id(), bit, place));
    }
  }

  private void refuseInBranch(Place place, String what) {
    if (body != operations) {
      throw refused(place, what + " in a block that only some runs enter; move it outside");
    }
  }

  private void add(Operation operation) {
    written++;
    if (written > limits.operations()) {
      throw refused(
          operation.place(), "the program has more than " + limits.operations() + " operations");
    }
    budget.addForOperation();
    body.add(operation);
  }

  private static ProgramException refused(Place place, String message) {
    return new ProgramException(ProgramError.at(place, message));
  }
}
