package io.quantumexecutor.circuit;

import org.jspecify.annotations.Nullable;

/**
 * Where in the source text an operation stands; {@link #NONE} when there was no text.
 *
 * <p>All places are equal to each other, so that two circuits are equal when they do the same,
 * wherever their texts differ in layout.
 *
 * @param line 1 for the first line, 0 when unknown
 * @param column 1 for the first character of the line, 0 when unknown
 */
public record Place(int line, int column) {
  public static final Place NONE = new Place(0, 0);

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Place;
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
