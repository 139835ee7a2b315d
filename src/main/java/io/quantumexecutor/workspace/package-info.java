/**
 * The port to Azure Quantum: a workspace's address, who may use it, what it says of its targets and
 * jobs, and how calls to it fail.
 *
 * <p>Knows {@code job} alone. The adapters are {@code quantum} (the REST API) and {@code identity}
 * (credentials and rights).
 */
@NullMarked
package io.quantumexecutor.workspace;

import org.jspecify.annotations.NullMarked;
