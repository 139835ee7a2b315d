package io.quantumexecutor.circuit.qir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quantumexecutor.TestFiles;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiles QIR with LLVM and executes it natively. */
class QirOracleIT {
  /** LLVM 14 is the last one that reads typed pointers without being told to. */
  private static final String COMPILER = "llc-14";

  private static final Path EXECUTOR =
      Path.of("src/test/resources/io/quantumexecutor/circuit/qir/executor.c");
  private static final int GATES_AT_ONCE = 6;
  private static final int GENERATED = 5;

  @TempDir static Path folder;

  @BeforeEach
  void compileExecutor() throws Exception {
    assumeTrue(
        onPath(COMPILER) && onPath("cc"),
        "native execution of QIR (install llvm-14, gcc, libc6-dev)");
    if (!Files.exists(folder.resolve("executor.o"))) {
      run("cc", "-std=gnu11", "-O2", "-c", path(EXECUTOR), "-o", "executor.o");
    }
  }

  @Test
  void write_everyGate_runsNativelyWithTheExactDistribution() throws Exception {
    List<GateType> types = List.of(GateType.values());
    for (int i = 0; i < types.size(); i += GATES_AT_ONCE) {
      List<GateType> some = types.subList(i, Math.min(i + GATES_AT_ONCE, types.size()));
      assertRuns(everyGate(some), QirProfile.BASE, some.toString());
    }
  }

  @Test
  void write_generatedCircuits_runNativelyWithTheExactDistribution() throws Exception {
    for (int seed = 0; seed < GENERATED; seed++) {
      assertRuns(GeneratedCircuits.straight(seed), QirProfile.BASE, "straight " + seed);
      assertRuns(GeneratedCircuits.adaptive(seed), QirProfile.ADAPTIVE_RI, "adaptive " + seed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", "adaptive_ri", "adaptive_rif"})
  void read_textOfAnotherCompiler_hasTheDistributionOfItsExecution(String program)
      throws Exception {
    String text = TestFiles.OURS.program("qir/" + program + ".ll");
    Circuit circuit = QirReader.read(text, CircuitLimits.DEFAULT);
    int recorded =
        circuit.bits().stream()
            .filter(register -> !register.name().equals(QirReader.UNRECORDED))
            .mapToInt(Register::size)
            .sum();
    Map<String, Double> exact = new TreeMap<>();
    ExactDistribution.of(circuit)
        .forEach((key, p) -> exact.merge(key.substring(key.length() - recorded), p, Double::sum));
    assertExecutes(text, exact, program);
  }

  private static void assertRuns(Circuit circuit, QirProfile profile, String what)
      throws Exception {
    assertExecutes(QirWriter.write(circuit, profile), ExactDistribution.of(circuit), what);
  }

  private static void assertExecutes(String text, Map<String, Double> exact, String what)
      throws Exception {
    Files.writeString(folder.resolve("program.ll"), text);
    run(COMPILER, "-filetype=obj", "-relocation-model=pic", "program.ll", "-o", "program.o");
    run("cc", "executor.o", "program.o", "-lm", "-o", "program");
    Map<String, Double> executed = new TreeMap<>();
    run("./program")
        .lines()
        .map(outcome -> outcome.split(" ", -1))
        .forEach(pair -> executed.merge(pair[0], Double.valueOf(pair[1]), Double::sum));
    assertThat(ExactDistribution.difference(executed, exact)).as(what).isLessThan(1e-9);
  }

  private static boolean onPath(String tool) {
    String path = System.getenv("PATH");
    return path != null
        && List.of(path.split(File.pathSeparator, -1)).stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }

  private static String path(Path file) {
    return file.toAbsolutePath().toString();
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
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
