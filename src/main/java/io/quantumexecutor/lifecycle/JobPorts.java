package io.quantumexecutor.lifecycle;

import io.quantumexecutor.job.ActiveJobs;
import io.quantumexecutor.job.DispatchQueue;
import io.quantumexecutor.job.ExpiringRows;
import io.quantumexecutor.job.JobLog;
import io.quantumexecutor.job.JobStore;
import io.quantumexecutor.job.Payloads;
import io.quantumexecutor.job.PollQueue;
import io.quantumexecutor.workspace.QuantumWorkspaces;

/** What the use cases need of the world. */
public record JobPorts(
    JobStore jobs,
    ActiveJobs active,
    ExpiringRows expiring,
    Payloads payloads,
    DispatchQueue queue,
    PollQueue polls,
    QuantumWorkspaces workspaces,
    Notices notices,
    JobLog log) {}
