/**
 * Reads and writes QIR text (base and adaptive profile).
 *
 * <p>Imports the circuit model and its decompositions; nothing above them.
 */
@NullMarked
package io.quantumexecutor.circuit.qir;

import org.jspecify.annotations.NullMarked;
