/**
 * Times parts of the product, each against something that is measured in the same run.
 *
 * <p>May import the product and the launcher's parts, but not the emulator: its speed is not the
 * product's.
 */
@NullMarked
package io.quantumexecutor.local.benchmark;

import org.jspecify.annotations.NullMarked;
