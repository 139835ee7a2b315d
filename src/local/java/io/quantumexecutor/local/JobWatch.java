package io.quantumexecutor.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Shows a job's life as it changes, and what came of it. */
final class JobWatch {
  private static final Set<String> FINAL = Set.of("COMPLETED", "FAILED", "CANCELLED");
  private static final long POLL_MILLIS = 250;

  private final JobClient client;
  private final PrintStream out;
  private final Histogram histogram;
  private final CountDownLatch stop;
  private final Set<String> shown = new HashSet<>();

  /** Watches until the job has ended or {@code stop} opens. */
  JobWatch(JobClient client, PrintStream out, Histogram histogram, CountDownLatch stop) {
    this.client = client;
    this.out = out;
    this.histogram = histogram;
    this.stop = stop;
  }

  /** Follows the job; true when it COMPLETED. */
  boolean follow(String id) throws IOException, InterruptedException {
    do {
      JsonNode job = read(id);
      show(job);
      String status = job.path("status").asText();
      if (FINAL.contains(status)) {
        return ended(id, job, status);
      }
    } while (!stop.await(POLL_MILLIS, TimeUnit.MILLISECONDS));
    return false;
  }

  /** The host may be killed and started again meanwhile: that is nothing to the job. */
  private JsonNode read(String id) throws InterruptedException {
    while (true) {
      try {
        return client.job(id);
      } catch (IOException e) {
        note("(the host does not answer)");
        if (stop.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
          throw new LocalStackException("Stopped while waiting for the host", e);
        }
      }
    }
  }

  private void show(JsonNode job) {
    for (JsonNode entry : job.path("timeline")) {
      note(
          "%-27s %-10s %s"
              .formatted(
                  entry.path("at").asText(),
                  entry.path("status").asText(),
                  entry.path("why").asText()));
    }
    if (job.hasNonNull("provider_status")) {
      note("the provider says " + job.path("provider_status").asText());
    }
    if (job.path("held").hasNonNull("reason")) {
      note("held: " + job.path("held").path("reason").asText());
    }
  }

  private void note(String line) {
    if (shown.add(line)) {
      out.println("  " + line);
    }
  }

  private boolean ended(String id, JsonNode job, String status)
      throws IOException, InterruptedException {
    boolean completed = status.equals("COMPLETED");
    if (completed) {
      JsonNode result = client.result(id);
      out.printf(
          "%s on %s, %d shots%n",
          status, job.path("backend_name").asText(), result.path("num_shots").asLong());
      histogram.lines(result.path("counts")).forEach(out::println);
    } else {
      out.println(status + ": " + job.path("error").path("message").asText());
      job.path("error").path("problems").forEach(problem -> out.println("  " + problem));
    }
    return completed;
  }
}
