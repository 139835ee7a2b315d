/**
 * What a program costs at its provider, by the published formulas.
 *
 * <p>Knows circuits and the caller's cost limit; targets come from the caller.
 */
@NullMarked
package io.quantumexecutor.target.price;

import org.jspecify.annotations.NullMarked;
