package io.quantumexecutor.circuit.qir;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The lower half of the writer: owns the LLVM syntax (version 14, typed pointers) and the order of
 * the file's parts, and remembers which functions and labels it has to declare.
 */
final class QirText {
  private static final String QUBIT = "%Qubit*";
  private static final String RESULT = "%Result*";
  private static final String IRREVERSIBLE = " #1";

  private final StringBuilder body = new StringBuilder();
  private final List<String> labels = new ArrayList<>();
  private final Set<String> declarations = new LinkedHashSet<>();
  private int variables;

  QirText() {
    body.append("block_0:\n");
    call("void", "rt__initialize", "i8* null", "i8*", "");
  }

  void gate(String name, List<Double> angles, List<Integer> qubits) {
    StringBuilder arguments = new StringBuilder();
    StringBuilder types = new StringBuilder();
    for (double angle : angles) {
      separate(arguments).append("double ").append(decimal(angle));
      separate(types).append("double");
    }
    for (int qubit : qubits) {
      pointer(separate(arguments), QUBIT, qubit);
      separate(types).append(QUBIT);
    }
    call("void", "qis__" + name, arguments.toString(), types.toString(), "");
  }

  void measure(int qubit, int result) {
    String arguments = pointer(QUBIT, qubit) + ", " + pointer(RESULT, result);
    call("void", "qis__m__body", arguments, QUBIT + ", " + RESULT, IRREVERSIBLE);
  }

  void reset(int qubit) {
    call("void", "qis__reset__body", pointer(QUBIT, qubit), QUBIT, IRREVERSIBLE);
  }

  /** Reads a result and goes on at one of two blocks. */
  void branch(int result, String ifOne, String ifZero) {
    variables++;
    String variable = "%var_" + variables;
    body.append("  ").append(variable).append(" = ").append("call i1 @__quantum__rt__read_result(");
    pointer(body, RESULT, result).append(")\n");
    declarations.add("declare i1 @__quantum__rt__read_result(%Result*)");
    body.append("  br i1 ").append(variable);
    body.append(", label %").append(ifOne).append(", label %").append(ifZero).append('\n');
  }

  void jump(String block) {
    body.append("  br label %").append(block).append('\n');
  }

  void block(String block) {
    body.append(block).append(":\n");
  }

  void recordTuple(int items, String path) {
    record("tuple", "i64 " + items, "i64", path);
  }

  void recordArray(int items, String path) {
    record("array", "i64 " + items, "i64", path);
  }

  void recordResult(int result, String path) {
    record("result", pointer(RESULT, result), RESULT, path);
  }

  /** The label is the running number and the path of letters and indices that leads to the item. */
  private void record(String kind, String value, String type, String path) {
    String label = labels.size() + "_" + path;
    String array = "[" + (label.length() + 1) + " x i8]";
    String pointer = "i8* getelementptr inbounds (" + array + ", " + array + "* @" + labels.size();
    labels.add("@" + labels.size() + " = internal constant " + array + " c\"" + label + "\\00\"\n");
    String arguments = value + ", " + pointer + ", i64 0, i64 0)";
    call("void", "rt__" + kind + "_record_output", arguments, type + ", i8*", "");
  }

  private void call(String type, String name, String arguments, String types, String attribute) {
    body.append("  call ").append(type).append(" @__quantum__").append(name);
    body.append('(').append(arguments).append(")\n");
    declarations.add("declare " + type + " @__quantum__" + name + "(" + types + ")" + attribute);
  }

  private static StringBuilder separate(StringBuilder list) {
    return list.isEmpty() ? list : list.append(", ");
  }

  private static String pointer(String type, int id) {
    return pointer(new StringBuilder(), type, id).toString();
  }

  private static StringBuilder pointer(StringBuilder out, String type, int id) {
    return out.append(type)
        .append(" inttoptr (i64 ")
        .append(id)
        .append(" to ")
        .append(type)
        .append(')');
  }

  /** LLVM wants a point in every number, and not every reader takes an exponent. */
  static String decimal(double value) {
    String shortest = Double.toString(value);
    if (shortest.indexOf('E') < 0) {
      return shortest;
    }
    String plain = new BigDecimal(shortest).toPlainString();
    return plain.indexOf('.') < 0 ? plain + ".0" : plain;
  }

  /** How many characters the instructions have so far. */
  int length() {
    return body.length();
  }

  /** The whole file, made of the body itself: a copy of a long one would not fit beside it. */
  String finish(QirProfile profile, int qubits, int results) {
    StringBuilder head = new StringBuilder();
    head.append("%Result = type opaque\n%Qubit = type opaque\n\n");
    labels.forEach(head::append);
    head.append(labels.isEmpty() ? "" : "\n").append("define i64 @ENTRYPOINT__main() #0 {\n");
    body.insert(0, head).append("  ret i64 0\n}\n\n");
    declarations.forEach(declaration -> body.append(declaration).append("\n\n"));
    body.append("attributes #0 = { \"entry_point\" \"output_labeling_schema\" \"qir_profiles\"=\"")
        .append(profile.attribute())
        .append("\" \"required_num_qubits\"=\"")
        .append(qubits)
        .append("\" \"required_num_results\"=\"")
        .append(results)
        .append("\" }\nattributes #1 = { \"irreversible\" }\n\n; module flags\n\n");
    appendFlags(flags(profile), body);
    return body.toString();
  }

  private static List<String> flags(QirProfile profile) {
    List<String> flags = new ArrayList<>();
    flags.add("i32 1, !\"qir_major_version\", i32 1");
    flags.add("i32 7, !\"qir_minor_version\", i32 0");
    flags.add("i32 1, !\"dynamic_qubit_management\", i1 false");
    flags.add("i32 1, !\"dynamic_result_management\", i1 false");
    if (profile != QirProfile.BASE) {
      flags.add("i32 5, !\"int_computations\", !{!\"i64\"}");
    }
    if (profile == QirProfile.ADAPTIVE_RIF) {
      flags.add("i32 5, !\"float_computations\", !{!\"double\"}");
    }
    return flags;
  }

  private static void appendFlags(List<String> flags, StringBuilder file) {
    file.append("!llvm.module.flags = !{!0");
    for (int i = 1; i < flags.size(); i++) {
      file.append(", !").append(i);
    }
    file.append("}\n\n");
    for (int i = 0; i < flags.size(); i++) {
      file.append('!').append(i).append(" = !{").append(flags.get(i)).append("}\n");
    }
  }
}
