/**
 * Azure Quantum on loopback: its REST surface, storage hand-over, tokens and job life, with faults
 * on demand. May import circuit and simulator; never the production client, whose records it must
 * not share.
 */
@NullMarked
package io.quantumexecutor.local.emulator;

import org.jspecify.annotations.NullMarked;
