package io.quantumexecutor.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.local.benchmark.ColdStartBenchmark;
import io.quantumexecutor.local.benchmark.PreflightBenchmark;
import io.quantumexecutor.local.benchmark.SimulatorBenchmark;
import io.quantumexecutor.local.benchmark.SubmissionBenchmark;
import io.quantumexecutor.local.benchmark.TranslationBenchmark;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.concurrent.CountDownLatch;

/**
 * Starts the whole product on this machine, submits a program and shows its life and result.
 *
 * <p>Stays up until Ctrl-C, or until the process that started it has ended. Asked by the system
 * properties {@code local.program}, {@code local.backend}, {@code local.params}, {@code
 * local.shots}, {@code local.only}, {@code local.exit} and {@code local.port}.
 */
public final class LocalMain {
  private final PrintStream out;
  private final CountDownLatch stop = new CountDownLatch(1);

  private LocalMain(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) throws InterruptedException {
    LocalMain main = new LocalMain(System.out);
    int exitCode = 1;
    try {
      exitCode = main.run(LocalOptions.read(System.getProperties())) ? 0 : 1;
    } catch (LocalStackException e) {
      System.err.println(e.getMessage());
    }
    System.exit(exitCode);
  }

  /** True when all that was asked for went well. */
  private boolean run(LocalOptions options) throws InterruptedException {
    ProcessHandle.current().parent().ifPresent(LocalMain::endWith);
    LocalStack stack = new LocalStack(options.ports(), out);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack)));
    switch (options.part()) {
      case EMULATOR -> stack.startEmulator();
      case HOST -> stack.startHost();
      case BENCHMARK -> {
        ColdStartBenchmark.run(out);
        SubmissionBenchmark.run(out);
        TranslationBenchmark.run(out);
        PreflightBenchmark.run(out);
        SimulatorBenchmark.run(out);
        return true;
      }
      case ALL -> {
        JsonNode submission = LocalSubmission.submission(options.job());
        boolean completed = submit(stack.startAll(), submission);
        if (options.exitAfterJob()) {
          return completed;
        }
      }
    }
    out.println("Ctrl-C ends it.");
    stop.await();
    return true;
  }

  /** Maven may be killed without a chance to end us. */
  private static void endWith(ProcessHandle parent) {
    Thread watch =
        new Thread(
            () -> {
              parent.onExit().join();
              System.exit(1);
            });
    watch.setDaemon(true);
    watch.start();
  }

  private void end(LocalStack stack) {
    stop.countDown();
    stack.close();
  }

  private boolean submit(URI host, JsonNode submission) throws InterruptedException {
    JobClient client = new JobClient(host);
    try {
      JsonNode job = client.submit(submission);
      String id = job.path("id").asText();
      out.println("job      " + host + "/jobs/" + id);
      return new JobWatch(client, out, new Histogram(barCell()), stop).follow(id);
    } catch (LocalStackException e) {
      out.println(e.getMessage());
      return false;
    } catch (IOException e) {
      out.println("The host does not answer: " + e);
      return false;
    }
  }

  private static String barCell() {
    Charset terminal = Charset.forName(System.getProperty("native.encoding"));
    return terminal.newEncoder().canEncode('\u2588') ? "\u2588" : "#";
  }
}
