package io.quantumexecutor.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.Register;
import io.quantumexecutor.circuit.classiq.ClassiqOutput;
import io.quantumexecutor.circuit.classiq.ClassiqProgram;
import io.quantumexecutor.circuit.ionq.IonqReader;
import io.quantumexecutor.circuit.ionq.IonqWriter;
import io.quantumexecutor.circuit.qasm.OpenQasm2Writer;
import io.quantumexecutor.circuit.qasm.OpenQasmReader;
import io.quantumexecutor.circuit.qir.QirProfile;
import io.quantumexecutor.circuit.qir.QirReader;
import io.quantumexecutor.circuit.qir.QirWriter;
import io.quantumexecutor.job.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which reader and which writer belongs to a format's name. */
public final class CircuitFormats {
  public static final String OPENQASM = "openqasm";
  public static final String IONQ = "ionq.circuit.v1";
  public static final String QIR = "qir.v1";
  public static final String CLASSIQ = "classiq";
  static final String HONEYWELL = "honeywell.openqasm.v1";

  private static final Set<String> OPENQASM_NAMES =
      Set.of(OPENQASM, "openqasm2", "openqasm3", "qasm", HONEYWELL, "quantinuum.openqasm.v1");
  private static final Set<String> OTHER_NAMES = Set.of(IONQ, QIR, CLASSIQ);

  private CircuitFormats() {}

  /** A format to write and what programs may do in it. */
  record Dialect(String format, Target.Abilities abilities) {}

  /** Whether a program of this format can be read, in any case of the name. */
  public static boolean canRead(String format) {
    String name = format.toLowerCase(Locale.ROOT);
    return OPENQASM_NAMES.contains(name) || OTHER_NAMES.contains(name);
  }

  /** The outputs of a program that can be read; none unless it is a Classiq program. */
  public static List<ClassiqOutput> outputs(Program program) {
    return classiq(program).map(ClassiqProgram::outputs).orElse(List.of());
  }

  /** Output → type as Classiq writes it; an empty object unless it is a Classiq program. */
  public static JsonNode outputTypes(Program program) {
    return classiq(program)
        .map(ClassiqProgram::outputTypes)
        .orElseGet(JsonNodeFactory.instance::objectNode);
  }

  public static boolean isClassiq(Program program) {
    return program.format().equalsIgnoreCase(CLASSIQ);
  }

  private static Optional<String> classiq(Program program) {
    return program instanceof Program.Text text && isClassiq(program)
        ? Optional.of(text.text())
        : Optional.empty();
  }

  /** A program whose text can be read here. */
  static Optional<Program.Text> readable(Program program) {
    return program instanceof Program.Text text && canRead(text.format())
        ? Optional.of(text)
        : Optional.empty();
  }

  static boolean canWrite(String format) {
    return format.equals(HONEYWELL) || format.equals(IONQ) || format.equals(QIR);
  }

  /**
   * Reads a program that {@link #readable} lets through.
   *
   * @param warnings gets what the caller should know
   * @throws ProgramException with every error found
   */
  static Circuit read(
      Program.Text program,
      Map<String, Double> parameters,
      CircuitLimits limits,
      List<String> warnings) {
    String name = program.format().toLowerCase(Locale.ROOT);
    if (OPENQASM_NAMES.contains(name)) {
      return OpenQasmReader.read(program.text(), parameters, limits);
    }
    if (name.equals(CLASSIQ)) {
      ClassiqProgram read = ClassiqProgram.read(program.text(), parameters, limits);
      warnings.addAll(read.warnings());
      return read.circuit();
    }
    if (!parameters.isEmpty()) {
      throw new ProgramException(
          ProgramError.of(
              "a program of format «" + name + "» has no inputs to bind parameters to"));
    }
    // IonQ's format has no measurements: every qubit is measured at the end.
    return name.equals(IONQ)
        ? wholeMeasured(IonqReader.read(program.text(), limits))
        : QirReader.read(program.text(), limits);
  }

  static String write(Circuit circuit, Dialect dialect, CircuitLimits limits) {
    return switch (dialect.format()) {
      case HONEYWELL -> OpenQasm2Writer.write(circuit, limits);
      case IONQ -> IonqWriter.write(circuit, limits);
      default -> QirWriter.write(circuit, profile(dialect.abilities()), limits);
    };
  }

  /** The names that a circuit's classical registers get when it is written in that format. */
  static List<String> writtenRegisters(Circuit circuit, String format) {
    return format.equals(HONEYWELL)
        ? OpenQasm2Writer.bitRegisterNames(circuit)
        : circuit.bits().stream().map(Register::name).toList();
  }

  /** A circuit that measures nothing is measured whole, into a register {@code meas}. */
  static Circuit measured(Circuit circuit, List<String> warnings) {
    if (circuit.bitCount() > 0 || circuit.qubitCount() == 0) {
      return circuit;
    }
    warnings.add("the program measures nothing: every qubit is measured into register meas");
    return wholeMeasured(circuit);
  }

  private static Circuit wholeMeasured(Circuit circuit) {
    List<Operation> operations = new ArrayList<>(circuit.operations());
    for (int qubit = 0; qubit < circuit.qubitCount(); qubit++) {
      operations.add(new Operation.Measurement(qubit, qubit, Place.NONE));
    }
    Register meas = new Register("meas", circuit.qubitCount());
    return new Circuit(circuit.qubits(), List.of(meas), operations);
  }

  private static QirProfile profile(Target.Abilities abilities) {
    String profile = abilities.qirProfile();
    if (profile == null) {
      return QirProfile.BASE;
    }
    return switch (profile) {
      case "Adaptive_RI" -> QirProfile.ADAPTIVE_RI;
      case "Adaptive_RIF" -> QirProfile.ADAPTIVE_RIF;
      default -> QirProfile.BASE;
    };
  }
}
