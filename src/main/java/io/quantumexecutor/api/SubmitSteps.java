package io.quantumexecutor.api;

import io.quantumexecutor.api.request.Fingerprints;
import io.quantumexecutor.lifecycle.accept.AcceptJob;

/**
 * What every way to submit goes through.
 *
 * @param fingerprints makes the keyed hashes of idempotency
 * @param gate who may submit
 */
public record SubmitSteps(
    AcceptanceChecks checks, AcceptJob accept, Fingerprints fingerprints, AcceptanceGate gate) {}
