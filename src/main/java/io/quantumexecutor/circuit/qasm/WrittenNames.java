package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.Register;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names that registers get in an OpenQASM 2.0 text. */
final class WrittenNames {
  private static final Set<String> KEYWORDS =
      Set.of(
          "opaque", "gate", "qreg", "creg", "include", "measure", "reset", "barrier", "if", "pi",
          "sin", "cos", "tan", "exp", "ln", "sqrt");

  private final StringBuilder declarations = new StringBuilder();
  private final Set<String> taken = new HashSet<>(KEYWORDS);
  private final List<String> qubits;
  private final List<String> bits;
  private final List<String> bitRegisters = new ArrayList<>();

  WrittenNames(Circuit circuit) {
    qubits = elements("qreg", circuit.qubits(), new ArrayList<>());
    bits = elements("creg", circuit.bits(), bitRegisters);
  }

  String declarations() {
    return declarations.toString();
  }

  String qubit(int index) {
    return qubits.get(index);
  }

  String bit(int index) {
    return bits.get(index);
  }

  /** The name of a classical register by its position among them. */
  String bitRegister(int position) {
    return bitRegisters.get(position);
  }

  private List<String> elements(String keyword, List<Register> registers, List<String> names) {
    List<String> elements = new ArrayList<>();
    for (Register register : registers) {
      String name = unused(legal(register.name()));
      names.add(name);
      declarations.append(keyword).append(' ').append(name);
      declarations.append('[').append(register.size()).append("];\n");
      for (int i = 0; i < register.size(); i++) {
        elements.add(name + "[" + i + "]");
      }
    }
    return elements;
  }

  /** OpenQASM 2.0 names begin with a small letter and go on with letters, digits and _. */
  private static String legal(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9_]", "_");
    if (!plain.isEmpty() && Character.isUpperCase(plain.charAt(0))) {
      plain = plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
    }
    boolean startsWell = !plain.isEmpty() && Character.isLowerCase(plain.charAt(0));
    return startsWell ? plain : "r" + plain;
  }

  private String unused(String name) {
    String candidate = name;
    for (int i = 2; isGate(candidate) || !taken.add(candidate); i++) {
      candidate = name + "_" + i;
    }
    return candidate;
  }

  private static boolean isGate(String name) {
    return GateLibrary.included(name) != null;
  }
}
