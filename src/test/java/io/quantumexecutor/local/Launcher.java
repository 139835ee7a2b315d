package io.quantumexecutor.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The launcher as a process of its own, as Maven starts it. */
final class Launcher implements AutoCloseable {
  private final Process process;
  private final BufferedReader lines;
  private final List<ProcessHandle> children = new ArrayList<>();
  private final StringBuilder output = new StringBuilder();

  private Launcher(Process process) {
    this.process = process;
    this.lines = process.inputReader();
  }

  /** Starts it with these system properties, whose names begin after {@code local.}. */
  static Launcher start(Map<String, String> options) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.add("-XX:TieredStopAtLevel=1"); // quick to start
    new TreeMap<>(options).forEach((name, value) -> command.add("-Dlocal." + name + "=" + value));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), LocalMain.class.getName()));
    try {
      return new Launcher(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first of six free ports, below those that systems give to clients. */
  static int sixFreePorts() {
    return IntStream.iterate(21_000, port -> port < 30_000, port -> port + 6)
        .filter(first -> IntStream.range(first, first + 6).allMatch(Launcher::isFree))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Reads what it prints up to the line that begins so, or to the end. */
  Launcher readUntil(String beginning) {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.append(line).append('\n');
        if (line.startsWith(beginning)) {
          break;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    process.descendants().forEach(children::add);
    return this;
  }

  /** Reads to the end of what it prints and gives the exit code. */
  int exitCode() {
    readUntil("\0");
    return process.onExit().join().exitValue();
  }

  /** Ends it as SIGKILL does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  String output() {
    return output.toString();
  }

  /** The processes that it started, as far as they were seen. */
  List<ProcessHandle> children() {
    return List.copyOf(children);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
