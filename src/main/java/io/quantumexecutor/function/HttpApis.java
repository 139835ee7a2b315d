package io.quantumexecutor.function;

import io.quantumexecutor.api.BackendsApi;
import io.quantumexecutor.api.HealthApi;
import io.quantumexecutor.api.JobApi;
import io.quantumexecutor.api.PreflightApi;
import io.quantumexecutor.api.WorkspaceApi;

/** What the HTTP triggers call. */
record HttpApis(
    JobApi jobs,
    PreflightApi preflight,
    BackendsApi backends,
    WorkspaceApi workspaces,
    HealthApi health) {}
