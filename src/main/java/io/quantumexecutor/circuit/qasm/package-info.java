/**
 * Reads OpenQASM 2.0 and 3 into circuits and writes circuits as OpenQASM 2.0.
 *
 * <p>Imports only the circuit model and its decompositions; knows nothing of jobs, HTTP, storage or
 * Azure.
 */
@NullMarked
package io.quantumexecutor.circuit.qasm;

import org.jspecify.annotations.NullMarked;
