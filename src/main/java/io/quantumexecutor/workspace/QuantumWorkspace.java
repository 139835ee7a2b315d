package io.quantumexecutor.workspace;

import io.quantumexecutor.job.JobId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Port: one Azure Quantum workspace. Every method throws {@link QuantumException} on trouble. */
public interface QuantumWorkspace {
  /**
   * Puts the input where the provider can read it; the bytes of a job are always the same, so that
   * repeating is harmless.
   */
  UploadedInput upload(JobId id, byte[] input, String contentType);

  /**
   * Creates the job under our id, with exactly one request.
   *
   * @throws QuantumException of kind UNCERTAIN when the job may or may not exist now
   */
  ProviderJob create(NewProviderJob job);

  /** The job, with signed addresses; empty if the workspace has none of that id. */
  Optional<ProviderJob> find(JobId id);

  /** A page of the workspace's jobs, oldest first; pages shift while jobs come and go. */
  ProviderPage list(ListQuery query);

  /** Asks the provider to stop the job; a job that is over or unknown is left alone. */
  void cancel(JobId id);

  /**
   * Changes the priority of a job, with exactly one request.
   *
   * @param priority {@code Standard} or {@code High}
   */
  void prioritise(JobId id, String priority);

  /**
   * The output of a job as {@link #find} gave it.
   *
   * @return empty if there is no such blob (yet)
   */
  Optional<byte[]> output(ProviderJob job);

  List<TargetStatus> targets();

  /** What the workspace may still use. */
  List<Quota> quotas();

  /** Which jobs to list. */
  enum Which {
    ALL,
    /** Those with a status that is not final, as far as the service's filter works. */
    UNFINISHED
  }

  /**
   * What to list.
   *
   * @param since only jobs created on that day (UTC) or later
   * @param skip how many to pass over
   * @param top at most so many
   */
  record ListQuery(LocalDate since, Which which, int skip, int top) {}

  /**
   * The jobs of a page that can be read.
   *
   * @param last whether nothing follows
   */
  record ProviderPage(List<ProviderJob> jobs, boolean last) {
    public ProviderPage {
      jobs = List.copyOf(jobs);
    }
  }

  /** Where an input was put. */
  record UploadedInput(URI container, URI input) {}

  /**
   * A job to be created.
   *
   * @param inputParams provider options with the shots among them
   * @param priority null leaves it out
   */
  record NewProviderJob(
      JobId id,
      String name,
      String provider,
      String target,
      ProviderFormat format,
      Map<String, Object> inputParams,
      @Nullable String priority,
      List<String> tags,
      UploadedInput input) {}

  /**
   * A job as the provider reports it.
   *
   * @param status Azure's word, untouched
   * @param outputUri where its output is, null while unknown
   * @param errorCode Azure's code of what went wrong, null when nothing did
   * @param costEstimate Azure's object as JSON text, null when absent
   */
  record ProviderJob(
      JobId id,
      String status,
      @Nullable URI outputUri,
      @Nullable String errorCode,
      @Nullable String errorMessage,
      @Nullable Instant createdAt,
      @Nullable String costEstimate) {}

  /**
   * A target of the workspace as it is now.
   *
   * @param availability {@code Available}, {@code Degraded} or {@code Unavailable}
   * @param queueSeconds average time in the queue
   * @param qubits null where the service does not tell
   * @param profile QIR profile, null where the service does not tell
   */
  record TargetStatus(
      String provider,
      String name,
      String availability,
      long queueSeconds,
      @Nullable Integer qubits,
      @Nullable String profile) {
    /** Whether it refuses jobs now. */
    public boolean isUnavailable() {
      return availability.equalsIgnoreCase("Unavailable");
    }
  }

  /**
   * What a workspace may use of one thing.
   *
   * @param dimension what is counted, for example {@code qgs}, {@code hqc}
   * @param scope {@code Workspace} or {@code Subscription}
   * @param utilization what was used in this period
   * @param holds what unfinished jobs hold
   * @param limit how much there is
   * @param period {@code Monthly}, or {@code None} if it never starts again
   */
  record Quota(
      String provider,
      String dimension,
      String scope,
      BigDecimal utilization,
      BigDecimal holds,
      BigDecimal limit,
      String period) {}
}
