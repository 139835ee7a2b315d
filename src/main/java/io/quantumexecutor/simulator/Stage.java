package io.quantumexecutor.simulator;

import java.util.List;

/**
 * Steps that run together on one block of rows after another, each block small enough for a
 * processor cache.
 *
 * @param exchange row bits (counted from the first row bit) that change places with the lane bits
 *     before the steps; empty for none
 * @param active the row bits that differ within a block, as a mask; holds all of {@code exchange}
 * @param steps with physical bits in place of qubits
 */
record Stage(List<Integer> exchange, int active, List<Step> steps) {}
