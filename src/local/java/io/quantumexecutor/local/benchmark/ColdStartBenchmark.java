package io.quantumexecutor.local.benchmark;

import io.quantumexecutor.local.Azurite;
import io.quantumexecutor.local.LocalEnvironment;
import io.quantumexecutor.local.ProjectRoot;
import io.quantumexecutor.local.host.BareFunction;
import io.quantumexecutor.local.host.FirstCallMain;
import io.quantumexecutor.storage.StorageClients;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Times a fresh JVM from its start to the first accepted submission, against {@link BareFunction}
 * in the same JVM with the same libraries and the same storage, in turns.
 *
 * <p>Takes the packaged app if there is one, else the compiled classes, which start as fast but for
 * reading one jar. What the Functions host and its worker add to both is left out.
 */
public final class ColdStartBenchmark {
  private static final int RUNS = 9;
  private static final String FUNCTIONS = "io.quantumexecutor.function.";
  private static final String FROM_WORKER = "azure-functions-java-";
  private static final List<String> BARE = List.of("Bare", BareFunction.class.getName());
  private static final List<String> EXECUTOR =
      Stream.concat(
              Stream.of("AcceptJob"),
              Stream.of(
                      "JobFunctions",
                      "BackendFunctions",
                      "HealthFunction",
                      "OpenApiFunction",
                      "WorkspaceFunctions",
                      "ConsoleFunction",
                      "QueueFunctions",
                      "PollFunction")
                  .map(FUNCTIONS::concat))
          .toList();

  private final Map<String, String> environment;
  private final List<String> app;
  private final List<String> libraries;

  private ColdStartBenchmark(Azurite azurite) {
    environment = new HashMap<>(SubmissionBenchmark.environment(azurite.connectionString()));
    environment.put("CREDENTIAL_KEYSET", LocalEnvironment.newKeyset());
    Path packaged =
        ProjectRoot.find().resolve(Path.of("target", "azure-functions", "azure-quantum-executor"));
    if (Files.isDirectory(packaged.resolve("lib"))) {
      app = jars(packaged);
      libraries = new ArrayList<>(jars(packaged.resolve("lib")));
      // These come from the worker and are not packaged.
      ownClassPath().stream().filter(jar -> jar.contains(FROM_WORKER)).forEach(libraries::add);
    } else {
      Path classes = ProjectRoot.find().resolve(Path.of("target", "classes"));
      app = List.of(classes.toString());
      libraries = new ArrayList<>(ownClassPath());
      libraries.remove(classes.toString());
    }
  }

  /**
   * How one run went.
   *
   * @param wall milliseconds from starting the process to its answer
   * @param cpu milliseconds of all its threads
   */
  private record Run(double wall, double cpu) {}

  /** Prints the medians of both and their ratio, in elapsed and in CPU time. */
  public static void run(PrintStream out) {
    try (Azurite azurite = Azurite.start(0, 0, 0)) {
      StorageClients.fromConnectionString(azurite.connectionString(), line -> {})
          .setup()
          .createMissing();
      new ColdStartBenchmark(azurite).compare(out);
    }
  }

  private void compare(PrintStream out) {
    List<Run> executor = new ArrayList<>();
    List<Run> bare = new ArrayList<>();
    measure(EXECUTOR, app);
    measure(BARE, List.of());
    for (int i = 0; i < RUNS; i++) {
      executor.add(measure(EXECUTOR, app));
      bare.add(measure(BARE, List.of()));
    }
    Run ours = median(executor);
    Run theirs = median(bare);
    out.printf(
        "first submission of a fresh JVM: %.0f ms (CPU %.0f); a bare function: %.0f ms (CPU %.0f);"
            + " ratio %.2f (CPU %.2f), medians of %d%n",
        ours.wall,
        ours.cpu,
        theirs.wall,
        theirs.cpu,
        ours.wall / theirs.wall,
        ours.cpu / theirs.cpu,
        RUNS);
  }

  private static Run median(List<Run> runs) {
    return new Run(
        runs.stream().mapToDouble(Run::wall).sorted().toArray()[runs.size() / 2],
        runs.stream().mapToDouble(Run::cpu).sorted().toArray()[runs.size() / 2]);
  }

  private Run measure(List<String> functions, List<String> first) {
    List<String> classPath = new ArrayList<>(first);
    classPath.addAll(libraries);
    classPath.add(ProjectRoot.find().resolve(Path.of("target", "test-classes")).toString());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1"); // as the Java worker runs
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath)));
    command.add(FirstCallMain.class.getName());
    command.addAll(functions);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    try {
      long start = System.nanoTime();
      Process process = builder.start();
      try (var body = process.outputWriter(StandardCharsets.UTF_8)) {
        body.write(SubmissionBenchmark.BODY);
      }
      String answer = process.inputReader().lines().reduce("", (earlier, last) -> last);
      return run(answer, (System.nanoTime() - start) / 1e6);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Run run(String answer, double wall) {
    String accepted = FirstCallMain.ANSWERED + "202 ";
    if (!answer.startsWith(accepted)) {
      throw new IllegalStateException("no submission was accepted but: " + answer);
    }
    return new Run(wall, Double.parseDouble(answer.substring(accepted.length())));
  }

  private static List<String> ownClassPath() {
    return Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
  }

  private static List<String> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
