/**
 * Decoders of every provider's answers into one result document.
 *
 * <p>May import {@code io.quantumexecutor.circuit}; knows nothing of jobs, HTTP, storage or Azure.
 */
@NullMarked
package io.quantumexecutor.result;

import org.jspecify.annotations.NullMarked;
