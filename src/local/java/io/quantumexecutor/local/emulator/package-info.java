/**
 * Azure Quantum on loopback: its REST surface, storage hand-over, tokens and the states of jobs,
 * with faults on demand.
 *
 * <p>May import circuit and simulator alone. It has wire records of its own: if it shared those of
 * the production client, both could be wrong together.
 */
@NullMarked
package io.quantumexecutor.local.emulator;

import org.jspecify.annotations.NullMarked;
