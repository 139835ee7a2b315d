/**
 * The targets that programs run on, and what becomes of a program for them: translation into a
 * format that the target takes, advice, and the price.
 *
 * <p>Read {@code Target}, {@code Targets}, {@code Translation}, {@code Pricing}.
 */
@NullMarked
package io.quantumexecutor.target;

import org.jspecify.annotations.NullMarked;
