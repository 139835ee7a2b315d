/** Reads, changes, deletes and expires jobs that are there. */
@NullMarked
package io.quantumexecutor.lifecycle.keep;

import org.jspecify.annotations.NullMarked;
