/**
 * A seeded state-vector simulator of the circuit model, on primitive arrays.
 *
 * <p>May import {@code io.quantumexecutor.circuit}; knows nothing of jobs, HTTP, storage or Azure.
 */
@NullMarked
package io.quantumexecutor.simulator;

import org.jspecify.annotations.NullMarked;
