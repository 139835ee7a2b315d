package io.quantumexecutor.job;

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
