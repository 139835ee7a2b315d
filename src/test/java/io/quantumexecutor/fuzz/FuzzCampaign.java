package io.quantumexecutor.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs Jazzer on one target for so many seconds of processor time, adds inputs that reach new
 * branches to the kept ones, and says how many of the target's branches these reach.
 */
public final class FuzzCampaign {
  private static final Path CLASSES = Path.of("target/classes");
  private static final Pattern EXECUTED = Pattern.compile("number_of_executed_units: (\\d+)");

  /** Columns of JaCoCo's table. */
  private static final int PACKAGE = 1;

  private static final int CLASS = 2;
  private static final int MISSED = 5;
  private static final int COVERED = 6;

  /** What is left of the time when a round more is not worth its start. */
  private static final long REST = 10;

  private final FuzzTarget target;
  private final Path folder;

  private FuzzCampaign(FuzzTarget target) throws IOException {
    this.target = target;
    folder = Path.of("target/fuzz", target.toString());
    Files.createDirectories(found());
    Files.createDirectories(target.corpus());
  }

  /** Takes the target's name and the seconds; with 0 seconds nothing new is looked for. */
  public static void main(String[] args) throws Exception {
    FuzzCampaign campaign = new FuzzCampaign(FuzzTarget.named(args[0]));
    campaign.search(Long.parseLong(args[1]));
    campaign.keep();
    campaign.report();
  }

  /** Inputs that were found and not yet kept; whatever else lies there is tried too. */
  private Path found() {
    return folder.resolve("found");
  }

  /** A round ends by the clock, and a busy machine gives it less of the processor. */
  private void search(long seconds) throws IOException, InterruptedException {
    Duration spent = Duration.ZERO;
    long executed = 0;
    while (seconds - spent.toSeconds() > (spent.isZero() ? 0 : REST)) {
      long left = seconds - spent.toSeconds();
      spent =
          spent.plus(
              jazzer(
                  "search",
                  "-max_total_time=" + left,
                  found().toString(),
                  kept(),
                  "-max_len=8192"));
      executed +=
          EXECUTED
              .matcher(Files.readString(log("search")))
              .results()
              .mapToLong(match -> Long.parseLong(match.group(1)))
              .sum();
    }
    System.out.println(
        target + ": " + executed + " inputs in " + spent.toSeconds() + " s of processor time");
  }

  /** Inputs that only repeat a branch more often are not worth keeping. */
  private void keep() throws IOException, InterruptedException {
    jazzer("keep", "-merge=1", "-use_counters=0", kept(), found().toString());
  }

  /** What the kept inputs reach without a fuzzer, as JaCoCo counts it. */
  private void report() throws IOException, InterruptedException {
    Path reached = folder.resolve("reached.exec");
    Path table = folder.resolve("reached.csv");
    Files.deleteIfExists(reached);
    java(
        "replay",
        "-javaagent:" + jar("org.jacoco.agent") + "=destfile=" + reached,
        "-cp",
        System.getProperty("java.class.path"),
        Fuzzer.class.getName(),
        target.toString());
    java(
        "reached",
        "-jar",
        jar("org.jacoco.cli"),
        "report",
        reached.toString(),
        "--classfiles",
        CLASSES.toString(),
        "--csv",
        table.toString());
    long missed = 0;
    long covered = 0;
    for (String line : Files.readAllLines(table)) {
      String[] cells = line.split(",", -1);
      if (target.owns(cells[PACKAGE] + "." + cells[CLASS])) {
        missed += Long.parseLong(cells[MISSED]);
        covered += Long.parseLong(cells[COVERED]);
        System.out.println(
            "  " + cells[CLASS] + ": " + cells[COVERED] + " branches, not " + cells[MISSED]);
      }
    }
    System.out.printf(
        "%s: %d of %d branches reached, %.1f %%, by %d kept inputs%n",
        target,
        covered,
        covered + missed,
        100.0 * covered / (covered + missed),
        target.inputs().size());
  }

  private static String jar(String name) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> path.contains(name))
        .findFirst()
        .orElseThrow();
  }

  private String kept() {
    return target.corpus().toString();
  }

  private Path log(String step) {
    return folder.resolve(step + ".log");
  }

  private Duration jazzer(String step, String... options) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    arguments.add("com.code_intelligence.jazzer.Jazzer");
    arguments.add("--target_class=" + Fuzzer.class.getName());
    arguments.add("--target_args=" + target);
    arguments.add("--instrumentation_includes=io.quantumexecutor.**");
    arguments.add("--reproducer_path=" + folder);
    arguments.add("-artifact_prefix=" + folder + "/");
    arguments.addAll(List.of("-timeout=60", "-rss_limit_mb=4096", "-print_final_stats=1"));
    arguments.addAll(List.of(options));
    return java(step, arguments.toArray(String[]::new));
  }

  /** Runs a process to its end, with half a gigabyte of heap, and says how long it computed. */
  private Duration java(String step, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-Xss1m", "-XX:+UseSerialGC"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log(step).toFile())
            .start();
    Duration computed = Duration.ZERO;
    do {
      computed = process.info().totalCpuDuration().orElse(computed);
    } while (!process.waitFor(200, TimeUnit.MILLISECONDS));
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          step + " ended with " + process.exitValue() + ": see " + log(step));
    }
    return computed;
  }
}
