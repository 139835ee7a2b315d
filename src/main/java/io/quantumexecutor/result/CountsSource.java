package io.quantumexecutor.result;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where the counts of a document come from. */
public enum CountsSource {
  /** The provider counted. */
  PROVIDER,
  /** The provider gave an ideal distribution, and the counts were drawn from it with the seed. */
  SAMPLED_HERE,
  /** The provider gave the frequencies of its shots; multiplied back by largest remainder. */
  SCALED,
  /** There are no counts: values that are no bits, a batch, or a format without outcomes. */
  NONE;

  @JsonValue
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
