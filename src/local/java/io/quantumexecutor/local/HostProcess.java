package io.quantumexecutor.local;

import io.quantumexecutor.local.host.HostMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The Functions host as a child JVM with an environment of its own, which can be killed at any
 * moment.
 *
 * <p>It ends with {@link #close()} and also when this JVM ends in any way.
 */
public final class HostProcess implements AutoCloseable {
  private static final long START_SECONDS = 120;
  private static final long END_SECONDS = 10;

  /**
   * How to start a host.
   *
   * @param port where it serves HTTP on 127.0.0.1; 0 takes any free one
   * @param environment put over the environment of this process
   * @param jvmOptions go before the main class
   */
  public record Start(int port, Map<String, String> environment, List<String> jvmOptions) {
    public Start {
      environment = Map.copyOf(environment);
      jvmOptions = List.copyOf(jvmOptions);
    }

    /** As the Java worker runs: quick to start, without the slow compiler. */
    public static Start with(int port, Map<String, String> environment) {
      return new Start(port, environment, List.of("-XX:TieredStopAtLevel=1"));
    }

    /** The same with further options. */
    public Start with(List<String> moreOptions) {
      List<String> options = new ArrayList<>(jvmOptions);
      options.addAll(moreOptions);
      return new Start(port, environment, options);
    }

    /** The host reads the file before it serves. */
    public Start withTrustStore(Path file, String password) {
      return with(
          List.of(
              "-Djavax.net.ssl.trustStore=" + file.toAbsolutePath(),
              "-Djavax.net.ssl.trustStorePassword=" + password));
    }
  }

  private final Process process;
  private final URI baseUri;

  private HostProcess(Process process, URI baseUri) {
    this.process = process;
    this.baseUri = baseUri;
  }

  /**
   * Starts a host and waits until it serves; what it logs goes to our standard output.
   *
   * @throws LocalStackException when it ends instead, or takes too long
   */
  public static HostProcess start(Start start) {
    Process process = launch(start);
    CompletableFuture<URI> listening = new CompletableFuture<>();
    Thread reader = new Thread(() -> readOutput(process, listening), "host-output");
    reader.setDaemon(true);
    reader.start();
    try {
      return new HostProcess(process, listening.get(START_SECONDS, TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      process.destroyForcibly();
      throw new LocalStackException(e.getCause().getMessage(), e);
    } catch (TimeoutException e) {
      process.destroyForcibly();
      throw new LocalStackException("The host did not start within " + START_SECONDS + " s", e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new LocalStackException("Interrupted while starting the host", e);
    }
  }

  private static Process launch(Start start) {
    Path root = ProjectRoot.find();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(start.jvmOptions());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), HostMain.class.getName()));
    command.addAll(List.of(Integer.toString(start.port()), root.resolve("host.json").toString()));
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    builder.environment().putAll(start.environment());
    try {
      return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new LocalStackException("Cannot start the host's JVM: " + e, e);
    }
  }

  private static void readOutput(Process process, CompletableFuture<URI> listening) {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(HostMain.LISTENING)) {
          listening.complete(URI.create(line.substring(HostMain.LISTENING.length())));
        } else {
          System.out.println(line);
        }
      }
      listening.completeExceptionally(
          new LocalStackException("The host ended instead of starting; its messages say why"));
    } catch (IOException e) {
      listening.completeExceptionally(e);
    }
  }

  /** Where the routes begin, such as {@code http://127.0.0.1:7071/api}. */
  public URI baseUri() {
    return baseUri;
  }

  public long pid() {
    return process.pid();
  }

  /** Completes with the exit code, 128 + N after signal N. */
  public CompletableFuture<Integer> onExit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /** Ends it as SIGKILL does, in the middle of whatever it does. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Lets it end by itself, and ends it if that takes too long. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }
}
