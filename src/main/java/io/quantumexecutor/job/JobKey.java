package io.quantumexecutor.job;

/** Owner and id: what is needed to find a job with one read. */
public record JobKey(Owner owner, JobId id) {}
