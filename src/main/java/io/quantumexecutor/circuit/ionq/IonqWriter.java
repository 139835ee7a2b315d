package io.quantumexecutor.circuit.ionq;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Operation.Gate;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramErrors;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.decompose.Decomposer;
import io.quantumexecutor.circuit.decompose.GateBasis;
import io.quantumexecutor.circuit.decompose.StraightLine;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Writes circuits as {@code ionq.circuit.v1}, the JSON that Azure Quantum takes for IonQ.
 *
 * <p>The format has no measurements: IonQ measures every qubit at the end, and a qubit keeps its
 * global index. Which of them are outputs is {@link io.quantumexecutor.circuit.OutputLayout}'s.
 */
public final class IonqWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private IonqWriter() {}

  /**
   * One JSON object without line breaks: gate set {@code native} if the circuit has native gates,
   * else {@code qis}.
   *
   * @throws ProgramException if the circuit does more than gates with measurements at the end, or
   *     mixes native gates with others, or if the text becomes too long
   */
  public static String write(Circuit circuit, CircuitLimits limits) {
    List<Gate> gates = StraightLine.of(circuit, "IonQ JSON").gates();
    boolean isNative = gates.stream().anyMatch(gate -> gate.type().isNative());
    if (isNative) {
      refuseMixing(gates);
    }
    Circuit straight = new Circuit(circuit.qubits(), List.of(), List.copyOf(gates));
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("gateset", isNative ? "native" : "qis");
      json.writeNumberField("qubits", circuit.qubitCount());
      json.writeArrayFieldStart("circuit");
      GateBasis basis = isNative ? GateBasis.IONQ_NATIVE : GateBasis.IONQ_QIS;
      for (Operation operation : Decomposer.to(basis, limits).apply(straight).operations()) {
        write((Gate) operation, json);
        limits.checkWritten(text.getBuffer().length(), operation.place());
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** The object within {@link CircuitLimits#DEFAULT}. */
  public static String write(Circuit circuit) {
    return write(circuit, CircuitLimits.DEFAULT);
  }

  private static void refuseMixing(List<Gate> gates) {
    ProgramErrors errors = new ProgramErrors();
    for (Gate gate : gates) {
      if (!gate.type().isNative()) {
        errors.add(
            ProgramError.at(
                gate.place(),
                "IonQ does not take gate "
                    + gate.type()
                    + " in a circuit that has native gates (gpi, gpi2, ms, zz); use one kind"));
      }
    }
    errors.throwIfAny();
  }

  private static void write(Gate gate, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("gate", name(gate));
    if (!gate.controls().isEmpty()) {
      writeIndices("controls", gate.controls(), json);
    }
    if (gate.type().isNative() && gate.targets().size() == 1) {
      json.writeNumberField("target", gate.targets().get(0));
    } else {
      writeIndices("targets", gate.targets(), json);
    }
    writeAngles(gate, json);
    json.writeEndObject();
  }

  private static void writeIndices(String field, List<Integer> indices, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (int index : indices) {
      json.writeNumber(index);
    }
    json.writeEndArray();
  }

  private static void writeAngles(Gate gate, JsonGenerator json) throws IOException {
    List<Double> angles = gate.angles();
    switch (gate.type()) {
      case GPI, GPI2 -> json.writeNumberField("phase", angles.get(0));
      case NATIVE_ZZ -> json.writeNumberField("angle", angles.get(0));
      case MS -> {
        json.writeArrayFieldStart("phases");
        json.writeNumber(angles.get(0));
        json.writeNumber(angles.get(1));
        json.writeEndArray();
        json.writeNumberField("angle", angles.get(2));
      }
      default -> {
        if (!angles.isEmpty()) {
          json.writeNumberField("rotation", angles.get(0));
        }
      }
    }
  }

  private static String name(Gate gate) {
    return switch (gate.type()) {
      case X -> "x";
      case Y -> "y";
      case Z -> "z";
      case H -> "h";
      case S -> "s";
      case SDG -> "si";
      case T -> "t";
      case TDG -> "ti";
      case SX -> "v";
      case SXDG -> "vi";
      case RX -> "rx";
      case RY -> "ry";
      case RZ -> "rz";
      // Without controls a phase gate is rz up to a global phase, which every version documents.
      case P -> gate.controls().isEmpty() ? "rz" : "z";
      case SWAP -> "swap";
      case RXX -> "xx";
      case RYY -> "yy";
      case RZZ, NATIVE_ZZ -> "zz";
      case GPI -> "gpi";
      case GPI2 -> "gpi2";
      case MS -> "ms";
      case U -> throw new IllegalStateException("U is not in IonQ's basis");
    };
  }
}
