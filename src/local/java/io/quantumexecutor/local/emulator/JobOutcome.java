package io.quantumexecutor.local.emulator;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How an execution ended.
 *
 * @param failure what the service would put into {@code errorData}
 * @param outputBlob name of the blob that holds, or would hold, the output
 * @param consumed what the provider bills, amounts by id of dimension
 * @param finished when the execution really was over
 */
record JobOutcome(
    Optional<JobFailure> failure,
    String outputBlob,
    Map<String, Double> consumed,
    Instant finished) {}
