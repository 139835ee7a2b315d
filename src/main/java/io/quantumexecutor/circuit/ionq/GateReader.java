package io.quantumexecutor.circuit.ionq;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.GateType;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Operation.Gate;
import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramErrors;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.StepBudget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the gates of one IonQ circuit and keeps what they mean. */
final class GateReader {
  private static final Map<String, GateType> QIS =
      Map.ofEntries(
          entry("x", GateType.X),
          entry("not", GateType.X),
          entry("cnot", GateType.X),
          entry("y", GateType.Y),
          entry("z", GateType.Z),
          entry("h", GateType.H),
          entry("s", GateType.S),
          entry("si", GateType.SDG),
          entry("t", GateType.T),
          entry("ti", GateType.TDG),
          entry("v", GateType.SX),
          entry("vi", GateType.SXDG),
          entry("rx", GateType.RX),
          entry("ry", GateType.RY),
          entry("rz", GateType.RZ),
          entry("swap", GateType.SWAP),
          entry("xx", GateType.RXX),
          entry("yy", GateType.RYY),
          entry("zz", GateType.RZZ));
  private static final Map<String, GateType> NATIVE =
      Map.of(
          "gpi", GateType.GPI,
          "gpi2", GateType.GPI2,
          "ms", GateType.MS,
          "zz", GateType.NATIVE_ZZ);
  private static final String RADIANS = "a number of radians";
  private static final String TURNS = "a number of turns";

  /** IonQ's documented default: fully entangling. */
  private static final double MS_ANGLE = 0.25;

  private final int qubits;
  private final CircuitLimits limits;
  private final ProgramErrors errors;
  private final StepBudget budget;
  private final List<Operation> operations = new ArrayList<>();

  GateReader(int qubits, CircuitLimits limits, ProgramErrors errors, StepBudget budget) {
    this.budget = budget;
    this.qubits = qubits;
    this.limits = limits;
    this.errors = errors;
  }

  List<Operation> operations() {
    return operations;
  }

  void read(JsonNode node, String pointer, boolean isNative) {
    budget.spend(10);
    JsonFields fields = new JsonFields(node, pointer, errors);
    if (!node.isObject()) {
      fields.refuse("", "give a gate: an object with \"gate\" and \"target\"");
      return;
    }
    String name = fields.text("gate", "the gate's name");
    if (fields.isFaulty()) {
      return;
    }
    if (name.equals("pauliexp") && !isNative) {
      readExponential(fields);
      return;
    }
    GateType type = (isNative ? NATIVE : QIS).get(name);
    if (type == null) {
      fields.refuse("gate", unknown(name, isNative));
    } else {
      readGate(name, type, fields);
    }
  }

  private static String unknown(String name, boolean isNative) {
    boolean elsewhere = (isNative ? QIS : NATIVE).containsKey(name);
    return "gate \""
        + ProgramError.shortened(name)
        + "\" is not in gate set "
        + (isNative ? "native" : "qis")
        + (elsewhere ? "; a circuit takes either native gates or the others, not both" : "");
  }

  private void readGate(String name, GateType type, JsonFields fields) {
    List<Integer> targets = targets(type.targets(), fields);
    List<Integer> controls = type.isNative() ? List.of() : controls(fields);
    if (name.equals("cnot") && controls.isEmpty()) {
      fields.refuse("control", "missing; cnot needs a control qubit");
    }
    if (type == GateType.SWAP && !controls.isEmpty()) {
      fields.refuse("controls", "IonQ's swap takes no controls");
    }
    GateType actual = type == GateType.Z && fields.has("rotation") ? GateType.P : type;
    List<Double> angles = angles(actual, fields);
    add(fields, actual, angles, controls, targets);
  }

  private static List<Double> angles(GateType type, JsonFields fields) {
    return switch (type) {
      case GPI, GPI2 -> List.of(fields.number("phase", TURNS));
      case NATIVE_ZZ -> List.of(fields.number("angle", TURNS));
      case MS -> msAngles(fields);
      default -> type.angles() == 0 ? List.of() : List.of(fields.number("rotation", RADIANS));
    };
  }

  private static List<Double> msAngles(JsonFields fields) {
    List<Double> angles = new ArrayList<>(fields.numbers("phases", "two numbers of turns"));
    if (angles.size() != 2) {
      fields.refuse("phases", "give two numbers of turns");
    }
    angles.add(fields.has("angle") ? fields.number("angle", TURNS) : Double.valueOf(MS_ANGLE));
    return angles;
  }

  private List<Integer> targets(int count, JsonFields fields) {
    List<Integer> targets = fields.qubits("target", "targets", qubits);
    if (targets.size() != count && !fields.isFaulty()) {
      String field = fields.has("targets") ? "targets" : "target";
      fields.refuse(field, "the gate has " + count + " target" + (count == 1 ? "" : "s"));
    }
    return targets;
  }

  private List<Integer> controls(JsonFields fields) {
    return fields.qubits("control", "controls", qubits);
  }

  private void add(
      JsonFields fields,
      GateType type,
      List<Double> angles,
      List<Integer> controls,
      List<Integer> targets) {
    fields.refuseOthers();
    refuseRepeated(fields, controls, targets);
    if (!fields.isFaulty()) {
      append(new Gate(type, angles, controls, targets, Place.NONE));
    }
  }

  private static void refuseRepeated(
      JsonFields fields, List<Integer> controls, List<Integer> targets) {
    Set<Integer> seen = new HashSet<>();
    List<Integer> all = new ArrayList<>(controls);
    all.addAll(targets);
    for (int qubit : all) {
      if (!seen.add(qubit) && !fields.isFaulty()) {
        fields.refuse("", "qubit " + qubit + " is named twice");
      }
    }
  }

  private void readExponential(JsonFields fields) {
    List<Integer> targets = fields.qubits("target", "targets", qubits);
    List<Integer> controls = controls(fields);
    List<String> terms = fields.texts("terms", "a list of words of I, X, Y and Z");
    List<Double> coefficients = fields.numbers("coefficients", "a number for each term");
    double time = fields.number("time", "a number");
    fields.refuseOthers();
    refuseRepeated(fields, controls, targets);
    @Nullable PauliExponential exponential =
        PauliExponential.check(fields, targets, terms, coefficients, budget);
    if (exponential != null) {
      exponential.write(time, controls, this::append);
    }
  }

  private void append(Gate gate) {
    if (operations.size() >= limits.operations()) {
      throw new ProgramException(
          ProgramError.of("the circuit has more than " + limits.operations() + " gates"));
    }
    budget.addForOperation();
    budget.spend(10 + gate.controls().size());
    operations.add(gate);
  }
}
