/**
 * Claims an accepted job and submits it to the provider, exactly once; takes up the messages that
 * were given up.
 */
@NullMarked
package io.quantumexecutor.lifecycle.dispatch;

import org.jspecify.annotations.NullMarked;
