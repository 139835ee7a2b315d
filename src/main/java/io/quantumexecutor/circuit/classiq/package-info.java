/**
 * Reads Classiq's quantum program files: the circuit in them and what its outputs mean.
 *
 * <p>Imports the circuit model, the OpenQASM reader and Jackson; nothing above them.
 */
@NullMarked
package io.quantumexecutor.circuit.classiq;

import org.jspecify.annotations.NullMarked;
