package io.quantumexecutor.circuit.qir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.ExactDistribution;
import io.quantumexecutor.circuit.GateType;
import io.quantumexecutor.circuit.GeneratedCircuits;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Operation.Gate;
import io.quantumexecutor.circuit.Operation.Measurement;
import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.Register;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Assembles our QIR with LLVM 14 and runs it natively, and reads QIR that another compiler wrote.
 * Skipped where these tools are missing.
 */
class QirOracleIT {
  private static final Path ORACLE = Path.of("..", "shared", "tools", "qir-oracle");
  private static final int SHOTS = 20_000;
  private static final int GATES_AT_ONCE = 6;
  private static final int GENERATED = 5;

  @TempDir Path folder;

  @Test
  void write_everyGate_runsNativelyWithTheExactDistribution() throws Exception {
    assumeExecutor();
    List<GateType> types = List.of(GateType.values());
    for (int i = 0; i < types.size(); i += GATES_AT_ONCE) {
      List<GateType> some = types.subList(i, Math.min(i + GATES_AT_ONCE, types.size()));
      assertRuns(everyGate(some), QirProfile.BASE, some.toString());
    }
  }

  @Test
  void write_generatedCircuits_runNativelyWithTheExactDistribution() throws Exception {
    assumeExecutor();
    for (int seed = 0; seed < GENERATED; seed++) {
      assertRuns(GeneratedCircuits.straight(seed), QirProfile.BASE, "straight " + seed);
      assertRuns(GeneratedCircuits.adaptive(seed), QirProfile.ADAPTIVE_RI, "adaptive " + seed);
    }
  }

  @Test
  void read_textOfAnotherCompiler_hasTheDistributionOfItsExecution() throws Exception {
    assumeExecutor();
    assumeTrue(
        System.getenv("QIR_ORACLE_MODULES") != null,
        "QIR_ORACLE_MODULES does not name an installed compiler");
    assertReads(
        "qubit[3] q; bit[2] c; bit d; ry(1.1) q[0]; cx q[0], q[1]; rz(0.3) q[1]; h q[1];"
            + " swap q[1], q[2]; c[0] = measure q[1]; c[1] = measure q[0]; d = measure q[2];",
        "base");
    assertReads(
        "qubit[3] q; bit[2] c; bit d; h q[0]; ry(0.7) q[1]; c[0] = measure q[0];"
            + " c[1] = measure q[1]; if (c[0]) { x q[1]; h q[2]; } else { ry(0.4) q[2]; }"
            + " if (c == 2) { x q[2]; } d = measure q[2];",
        "adaptive_ri");
    assertReads(
        "qubit[2] q; bit a; bit b; h q[0]; a = measure q[0]; reset q[0]; if (!a) { x q[0]; }"
            + " ry(1.0) q[1]; b = measure q[1]; if (a == b) { h q[0]; } a = measure q[0];",
        "adaptive_rif");
  }

  private void assertRuns(Circuit circuit, QirProfile profile, String what) throws Exception {
    Path file = folder.resolve("program.ll");
    Files.writeString(file, QirWriter.write(circuit, profile));
    assertClose(execute(file), ExactDistribution.of(circuit), what);
  }

  private void assertReads(String program, String profile) throws Exception {
    Path source = folder.resolve("program.qasm");
    Files.writeString(source, "OPENQASM 3.0; include \"stdgates.inc\"; " + program);
    Path file = folder.resolve("compiled.ll");
    String text = run("node", path("oracle.mjs"), "qir", source.toString(), profile);
    Files.writeString(file, text);
    Circuit circuit = QirReader.read(text, CircuitLimits.DEFAULT);
    int recorded =
        circuit.bits().stream()
            .filter(register -> !register.name().equals(QirReader.UNRECORDED))
            .mapToInt(Register::size)
            .sum();
    Map<String, Double> exact = new TreeMap<>();
    ExactDistribution.of(circuit)
        .forEach((key, p) -> exact.merge(key.substring(key.length() - recorded), p, Double::sum));
    assertClose(execute(file), exact, program);
  }

  /** A sample of N shots with K outcomes is as far off as this once in a thousand million times. */
  private static void assertClose(
      Map<String, Double> sampled, Map<String, Double> exact, String what) {
    double bound =
        0.5 * Math.sqrt((double) exact.size() / SHOTS) + Math.sqrt(Math.log(1e9) / (2.0 * SHOTS));
    assertThat(ExactDistribution.difference(sampled, exact) / 2).as(what).isLessThan(bound);
  }

  private Map<String, Double> execute(Path file) throws Exception {
    String counts = run(path("run-qir.sh"), file.toString(), String.valueOf(SHOTS), "7", "bits");
    Map<String, Double> sampled = new TreeMap<>();
    for (String entry : counts.replaceAll("[{}\"\\s]", "").split(",", -1)) {
      String[] pair = entry.split(":", -1);
      sampled.put(pair[0], Integer.parseInt(pair[1]) / (double) SHOTS);
    }
    return sampled;
  }

  private static void assumeExecutor() {
    assumeTrue(Files.isDirectory(ORACLE), "the folder of the QIR executor is missing");
    for (String tool : List.of("llvm-as-14", "llc-14", "cc")) {
      assumeTrue(onPath(tool), tool + " is not installed");
    }
  }

  private static boolean onPath(String tool) {
    String path = System.getenv("PATH");
    return path != null
        && List.of(path.split(File.pathSeparator, -1)).stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }

  private static String path(String tool) {
    return ORACLE.resolve(tool).toString();
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
    return output;
  }

  /** The gates with 0, 1 and 3 controls between layers that make their effect visible. */
  private static Circuit everyGate(List<GateType> types) {
    List<Operation> operations = new ArrayList<>();
    layer(operations, 0.4);
    for (GateType type : types) {
      for (int controls : type.isNative() ? new int[] {0} : new int[] {0, 1, 3}) {
        operations.add(
            new Gate(
                type,
                List.of(-0.7, 1.9, 0.4).subList(0, type.angles()),
                List.of(4, 1, 2).subList(0, controls),
                List.of(0, 3).subList(0, type.targets()),
                Place.NONE));
        layer(operations, 0.9 + controls);
      }
    }
    IntStream.range(0, 5).forEach(q -> operations.add(new Measurement(q, (q + 2) % 5, Place.NONE)));
    return new Circuit(
        List.of(new Register("q", 5)),
        List.of(new Register("a", 2), new Register("b", 3)),
        operations);
  }

  private static void layer(List<Operation> operations, double angle) {
    for (int q = 0; q < 5; q++) {
      List<Double> angles = List.of(angle + q / 3.0, 0.3 * q, -0.2);
      operations.add(new Gate(GateType.U, angles, List.of(), List.of(q), Place.NONE));
    }
  }
}
