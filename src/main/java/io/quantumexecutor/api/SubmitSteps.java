package io.quantumexecutor.api;

import io.quantumexecutor.api.request.Fingerprints;
import io.quantumexecutor.lifecycle.accept.AcceptJob;
import io.quantumexecutor.lifecycle.accept.CheckSubmission;
import io.quantumexecutor.workspace.WorkspaceAccess;

/**
 * What every way to submit goes through.
 *
 * @param check checks the program and its target
 * @param access proves that the job may run where it is to run
 * @param fingerprints makes the keyed hashes of idempotency
 * @param gate who may submit
 */
public record SubmitSteps(
    CheckSubmission check,
    WorkspaceAccess access,
    AcceptJob accept,
    Fingerprints fingerprints,
    AcceptanceGate gate) {}
