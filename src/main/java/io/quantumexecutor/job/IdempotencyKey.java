package io.quantumexecutor.job;

/**
 * How a repeated request is recognised.
 *
 * @param keyHash hash of the caller's key, hexadecimal
 * @param fingerprint keyed hash of the request without its secret: another body under the same key
 *     has another fingerprint
 */
public record IdempotencyKey(String keyHash, String fingerprint) {}
