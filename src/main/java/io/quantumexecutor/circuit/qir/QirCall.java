package io.quantumexecutor.circuit.qir;

import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.qir.QirProgram.Call;
import io.quantumexecutor.circuit.qir.QirProgram.Operand;
import io.quantumexecutor.circuit.qir.QirProgram.Real;
import io.quantumexecutor.circuit.qir.QirProgram.Reference;
import io.quantumexecutor.circuit.qir.QirProgram.Whole;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a call does, with its operands checked against what the function takes. */
record QirCall(
    Action action, Intrinsics.@Nullable Intrinsic gate, List<Double> angles, List<Integer> ids) {
  private static final String QIS = "__quantum__qis__";

  enum Action {
    NOTHING,
    GATE,
    MEASURE,
    MEASURE_AND_RESET,
    RESET,
    READ,
    RECORD_TUPLE,
    RECORD_ARRAY,
    RECORD_RESULT
  }

  /**
   * Checks a call.
   *
   * @throws ProgramException if the function is not known or takes other operands
   */
  static QirCall of(Call call) {
    Action action = action(call.function());
    Intrinsics.Intrinsic gate =
        call.function().startsWith(QIS)
            ? Intrinsics.find(call.function().substring(QIS.length()))
            : null;
    List<Double> angles = new ArrayList<>();
    List<Integer> ids = new ArrayList<>();
    for (Operand argument : call.arguments()) {
      if (argument instanceof Real real) {
        angles.add(real.value());
      } else if (argument instanceof Reference id) {
        ids.add(checked(id.value(), call));
      } else if (argument instanceof Whole whole && action != Action.NOTHING) {
        ids.add(checked(whole.value(), call));
      }
    }
    Action actual = action == Action.NOTHING && gate != null ? Action.GATE : action;
    check(call, actual, gate, angles.size(), ids.size());
    return new QirCall(actual, gate, List.copyOf(angles), List.copyOf(ids));
  }

  private static Action action(String function) {
    return switch (function) {
      case "__quantum__qis__m__body", "__quantum__qis__mz__body" -> Action.MEASURE;
      case "__quantum__qis__mresetz__body" -> Action.MEASURE_AND_RESET;
      case "__quantum__qis__reset__body" -> Action.RESET;
      case "__quantum__rt__read_result", "__quantum__qis__read_result__body" -> Action.READ;
      case "__quantum__rt__tuple_record_output" -> Action.RECORD_TUPLE;
      case "__quantum__rt__array_record_output" -> Action.RECORD_ARRAY;
      case "__quantum__rt__result_record_output" -> Action.RECORD_RESULT;
      default -> Action.NOTHING;
    };
  }

  private static int checked(long id, Call call) {
    if (id < 0 || id >= Integer.MAX_VALUE) {
      throw refused(call, id + " is not a usable number here");
    }
    return (int) id;
  }

  private static void check(
      Call call, Action action, Intrinsics.@Nullable Intrinsic gate, int angles, int ids) {
    int wantedAngles = gate == null ? 0 : gate.type().angles();
    int wantedIds =
        switch (action) {
          case NOTHING -> ids;
          case GATE -> gate == null ? 0 : gate.controls() + gate.type().targets();
          case MEASURE, MEASURE_AND_RESET -> 2;
          // The label of a record call may be null, which reads as an id.
          case RECORD_TUPLE, RECORD_ARRAY, RECORD_RESULT -> Math.max(1, Math.min(ids, 2));
          case RESET, READ -> 1;
        };
    boolean isKnown =
        action != Action.NOTHING
            || call.function().equals("__quantum__rt__initialize")
            || call.function().startsWith("__quantum__qis__barrier");
    String shown = ProgramError.shortened(call.function());
    if (!isKnown) {
      throw refused(call, "function \"" + shown + "\" is not supported");
    }
    if (wantedIds != ids || wantedAngles != angles) {
      throw refused(
          call, "function \"" + shown + "\" needs other operands; they must be constants");
    }
  }

  private static ProgramException refused(Call call, String message) {
    return new ProgramException(ProgramError.at(call.place(), message));
  }

  int id() {
    return ids.get(0);
  }

  int result() {
    return ids.get(ids.size() - 1);
  }

  /** The qubits the call acts on. */
  List<Integer> qubits() {
    return switch (action) {
      case GATE -> ids;
      case MEASURE, MEASURE_AND_RESET, RESET -> ids.subList(0, 1);
      case NOTHING, READ, RECORD_TUPLE, RECORD_ARRAY, RECORD_RESULT -> List.of();
    };
  }
}
