package io.quantumexecutor.target.price;

import org.jspecify.annotations.Nullable;

/**
 * The price of a job as it is sent, and what it would be with the provider's error mitigation
 * switched on and off.
 *
 * @param withMitigation null where the target has no error mitigation to choose
 * @param withoutMitigation likewise
 */
public record Quote(
    Price asSent, @Nullable Price withMitigation, @Nullable Price withoutMitigation) {
  static Quote of(Price price) {
    return new Quote(price, null, null);
  }
}
