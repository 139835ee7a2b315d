/**
 * The circuit model in the middle of every translation, and the readers and writers around it.
 *
 * <p>Knows nothing of jobs, HTTP, storage or Azure.
 */
@NullMarked
package io.quantumexecutor.circuit;

import org.jspecify.annotations.NullMarked;
