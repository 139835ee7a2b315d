package io.quantumexecutor.circuit.qasm;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names that registers get in an OpenQASM 2.0 text. */
final class WrittenNames {
  /** The keywords, and the gates that {@code qelib1.inc} defines. */
  private static final Set<String> RESERVED =
      Set.of(
          ("opaque gate qreg creg include measure reset barrier if pi sin cos tan exp ln sqrt "
                  + "u3 u2 u1 u0 u p id x y z h s sdg t tdg sx sxdg rx ry rz cx cy cz ch csx swap "
                  + "crx cry crz cu1 cp cu3 cu rxx rzz ccx cswap rccx rc3x c3x c3sx c3sqrtx c4x")
              .split(" "));

  /** Written for every gate: a long one would make a long text of a short one. */
  private static final int MAX_LENGTH = 100;

  private final UniqueNames names = new UniqueNames(RESERVED);
  private final List<String> bitRegisters;
  private final List<String> qubitRegisters;
  private final List<String> bits;
  private final List<String> qubits;
  private final Circuit circuit;

  /** Classical registers choose their names first: results are told by them. */
  WrittenNames(Circuit circuit) {
    this.circuit = circuit;
    bitRegisters = circuit.bits().stream().map(this::unused).toList();
    qubitRegisters = circuit.qubits().stream().map(this::unused).toList();
    bits = elements(circuit.bits(), bitRegisters);
    qubits = elements(circuit.qubits(), qubitRegisters);
  }

  String declarations() {
    StringBuilder text = new StringBuilder();
    declare("qreg", circuit.qubits(), qubitRegisters, text);
    declare("creg", circuit.bits(), bitRegisters, text);
    return text.toString();
  }

  private static void declare(
      String keyword, List<Register> registers, List<String> names, StringBuilder text) {
    for (int i = 0; i < registers.size(); i++) {
      text.append(keyword).append(' ').append(names.get(i));
      text.append('[').append(registers.get(i).size()).append("];\n");
    }
  }

  /** The names of the classical registers, in declaration order. */
  List<String> bitRegisters() {
    return bitRegisters;
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

  private static List<String> elements(List<Register> registers, List<String> names) {
    List<String> elements = new ArrayList<>();
    for (int r = 0; r < registers.size(); r++) {
      for (int i = 0; i < registers.get(r).size(); i++) {
        elements.add(names.get(r) + "[" + i + "]");
      }
    }
    return elements;
  }

  /** OpenQASM 2.0 names begin with a small letter and go on with letters, digits and _. */
  private static String legal(String name) {
    String cut = name.substring(0, Math.min(name.length(), MAX_LENGTH));
    String plain = cut.replaceAll("[^A-Za-z0-9_]", "_");
    if (!plain.isEmpty() && Character.isUpperCase(plain.charAt(0))) {
      plain = plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
    }
    boolean startsWell = !plain.isEmpty() && Character.isLowerCase(plain.charAt(0));
    return startsWell ? plain : "r" + plain;
  }

  private String unused(Register register) {
    return names.unused(legal(register.name()));
  }
}
