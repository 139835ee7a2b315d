/**
 * The timer's work: sends again what is due, and compares the watched jobs with what the provider
 * says.
 */
@NullMarked
package io.quantumexecutor.lifecycle.watch;

import org.jspecify.annotations.NullMarked;
