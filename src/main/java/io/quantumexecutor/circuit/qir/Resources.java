package io.quantumexecutor.circuit.qir;

import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The qubits and results a program says it needs, against those it uses. */
final class Resources {
  private static final int UNKNOWN = -1;

  private final int declaredQubits;
  private final int declaredResults;
  private int usedQubits;

  Resources(Map<String, String> attributes) {
    declaredQubits = declared(attributes, "required_num_qubits");
    declaredResults = declared(attributes, "required_num_results");
  }

  private static int declared(Map<String, String> attributes, String name) {
    String value = attributes.get(name);
    if (value == null) {
      return UNKNOWN;
    }
    if (!value.matches("[0-9]{1,9}")) {
      throw new ProgramException(
          ProgramError.of(
              "attribute \""
                  + name
                  + "\" is \""
                  + ProgramError.shortened(value)
                  + "\", not a usable number"));
    }
    return Integer.parseInt(value);
  }

  /** Notes the qubits of a call and checks that they, and its result, exist. */
  void use(QirCall call, Place place) {
    Set<Integer> seen = new HashSet<>();
    for (int qubit : call.qubits()) {
      check(qubit, declaredQubits, "qubit", place);
      usedQubits = Math.max(usedQubits, qubit + 1);
      if (!seen.add(qubit)) {
        throw new ProgramException(
            ProgramError.at(place, "qubit " + qubit + " is named twice in one gate"));
      }
    }
    switch (call.action()) {
      case MEASURE, MEASURE_AND_RESET, READ, RECORD_RESULT ->
          check(
              call.action() == QirCall.Action.RECORD_RESULT ? call.id() : call.result(),
              declaredResults,
              "result",
              place);
      case NOTHING, GATE, RESET, RECORD_ARRAY, RECORD_TUPLE -> {}
    }
  }

  private static void check(int id, int declared, String what, Place place) {
    if (declared != UNKNOWN && id >= declared) {
      throw new ProgramException(
          ProgramError.at(
              place, what + " " + id + " is out of range: the program declares " + declared));
    }
  }

  int qubits() {
    return declaredQubits == UNKNOWN ? usedQubits : declaredQubits;
  }
}
