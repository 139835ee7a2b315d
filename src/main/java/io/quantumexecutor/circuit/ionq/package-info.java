/**
 * Reads and writes IonQ's JSON circuits ({@code ionq.circuit.v1}).
 *
 * <p>Imports the circuit model, its decompositions and Jackson; nothing above them.
 */
@NullMarked
package io.quantumexecutor.circuit.ionq;

import org.jspecify.annotations.NullMarked;
