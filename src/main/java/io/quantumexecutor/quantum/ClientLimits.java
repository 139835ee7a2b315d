package io.quantumexecutor.quantum;

import java.time.Duration;

/**
 * How long and how large things may get.
 *
 * @param connect for a connection
 * @param answer from sending a request to the first byte of its answer
 * @param whole from sending a request to the last byte of its answer
 * @param jsonBytes the largest answer of the service
 * @param outputBytes the largest output of a job
 */
public record ClientLimits(
    Duration connect, Duration answer, Duration whole, int jsonBytes, int outputBytes) {
  /** 5 s, 20 s, 2 min, 32 MiB, 64 MiB. */
  public static final ClientLimits DEFAULT =
      new ClientLimits(
          Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMinutes(2), 32 << 20, 64 << 20);

  public ClientLimits withOutputBytes(int most) {
    return new ClientLimits(connect, answer, whole, jsonBytes, most);
  }
}
