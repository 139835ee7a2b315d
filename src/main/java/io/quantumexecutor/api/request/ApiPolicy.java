package io.quantumexecutor.api.request;

import io.quantumexecutor.job.Callbacks;

/**
 * What the operator decided about submissions.
 *
 * @param maxBodyBytes largest body, in bytes of UTF-8
 * @param holdHours how long a job is kept while its target is unavailable, unless it says otherwise
 * @param partition identity key of the configured workspace
 * @param callbacks which receivers may be called
 */
public record ApiPolicy(int maxBodyBytes, int holdHours, String partition, Callbacks callbacks) {}
