/**
 * What a program costs at its provider, by the published formulas.
 *
 * <p>May use {@code circuit} only; amounts, targets and units come from the caller.
 */
@NullMarked
package io.quantumexecutor.target.price;

import org.jspecify.annotations.NullMarked;
