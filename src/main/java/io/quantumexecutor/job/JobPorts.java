package io.quantumexecutor.job;

/** What the use cases need of the world. */
public record JobPorts(
    JobStore jobs,
    ActiveJobs active,
    Payloads payloads,
    DispatchQueue queue,
    QuantumWorkspaces workspaces) {}
