package io.quantumexecutor.job;

import org.jspecify.annotations.Nullable;

/**
 * How a job ends.
 *
 * @param providerStatus the provider's final word, null when it never had one
 * @param failure why it failed, null unless the status is FAILED
 * @param why one sentence for the timeline
 */
public record JobEnd(
    JobStatus status, @Nullable String providerStatus, @Nullable Failure failure, String why) {

  public static JobEnd completed(String providerStatus) {
    return new JobEnd(JobStatus.COMPLETED, providerStatus, null, "result stored");
  }

  public static JobEnd cancelled(@Nullable String providerStatus, String why) {
    return new JobEnd(JobStatus.CANCELLED, providerStatus, null, why);
  }

  public static JobEnd failed(@Nullable String providerStatus, Failure failure) {
    return new JobEnd(JobStatus.FAILED, providerStatus, failure, failure.message());
  }
}
