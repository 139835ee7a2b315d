/** Checks and prices a request and stores it, so that it cannot be lost. */
@NullMarked
package io.quantumexecutor.lifecycle.accept;

import org.jspecify.annotations.NullMarked;
