/**
 * Azure Quantum over REST: the client of a workspace, and the catalogue of targets.
 *
 * <p>May use {@code target}, {@code workspace}, {@code job} and the Azure SDK; knows nothing of
 * storage, HTTP triggers or credentials' origin.
 */
@NullMarked
package io.quantumexecutor.quantum;

import org.jspecify.annotations.NullMarked;
