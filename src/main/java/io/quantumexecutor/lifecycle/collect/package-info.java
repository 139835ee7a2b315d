/** Fetches and stores a provider's answer, ends the job and tells of it. */
@NullMarked
package io.quantumexecutor.lifecycle.collect;

import org.jspecify.annotations.NullMarked;
