/**
 * Rewrites circuits into what a target can run, exactly up to a global phase.
 *
 * <p>Imports the circuit model only: no reader, no writer, nothing above them.
 */
@NullMarked
package io.quantumexecutor.circuit.decompose;

import org.jspecify.annotations.NullMarked;
