/**
 * What results mean by the outputs of a Classiq program, and results in Classiq's own shape.
 *
 * <p>May import {@code io.quantumexecutor.circuit} and {@code io.quantumexecutor.result}; knows
 * nothing of jobs, HTTP, storage or Azure.
 */
@NullMarked
package io.quantumexecutor.result.classiq;

import org.jspecify.annotations.NullMarked;
