package io.quantumexecutor.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the watched jobs of one partition are looked at next: one row per partition, so that a sweep
 * writes nothing for a job that did not change.
 *
 * @param cursor where the look before this one ran out of time; null to begin with the first job
 */
public record Sweep(IdentityKey partition, Instant due, @Nullable String cursor, String version) {}
