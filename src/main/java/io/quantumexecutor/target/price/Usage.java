package io.quantumexecutor.target.price;

import io.quantumexecutor.circuit.Circuit;
import org.jspecify.annotations.Nullable;

/**
 * What a price depends on.
 *
 * @param sent the circuit as it is sent; null if the sent program cannot be read
 * @param format the format it is sent in
 * @param shots repetitions
 * @param mitigated whether the provider's error mitigation will be on
 */
public record Usage(@Nullable Circuit sent, String format, int shots, boolean mitigated) {}
