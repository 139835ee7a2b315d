package io.quantumexecutor.target.price;

import java.time.LocalDate;

/**
 * Where a price was published.
 *
 * @param source the name of the page
 * @param asOf the day of the page's state; providers may change prices without notice
 */
public record PriceSource(String source, LocalDate asOf) {}
