/** Drives a wish to cancel a job to its end. */
@NullMarked
package io.quantumexecutor.lifecycle.cancel;

import org.jspecify.annotations.NullMarked;
