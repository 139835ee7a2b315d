package io.quantumexecutor.job;

import java.time.Instant;

/**
 * One transition of a job.
 *
 * @param at when it was first seen
 * @param status the public state after it
 * @param why one short sentence
 * @param times how often the same transition was repeated in a row, 1 for once
 */
public record TimelineEntry(Instant at, JobStatus status, String why, int times) {}
