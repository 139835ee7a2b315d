package io.quantumexecutor.job;

import java.time.Instant;

/**
 * When the watched jobs of one partition are looked at next: one row per partition, so that a sweep
 * writes nothing for a job that did not change.
 */
public record Sweep(String partition, Instant due, String version) {}
