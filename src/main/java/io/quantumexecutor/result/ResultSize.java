package io.quantumexecutor.result;

import io.quantumexecutor.circuit.Register;
import io.quantumexecutor.result.ResultFormatException.Code;
import java.util.List;

/**
 * Charges what a document grows to, before it grows. One for each answer: the items of a batch
 * share it.
 */
final class ResultSize {
  /** Shots that are joined and counted are not kept: so many times the characters may pass. */
  private static final int PASSING = 8;

  private final ResultLimits limits;
  private long kept;
  private long passed;

  ResultSize(ResultLimits limits) {
    this.limits = limits;
  }

  /** One more outcome is kept. */
  void outcome(int width) {
    outcomes(1, width);
  }

  /** So many are. */
  void outcomes(long count, int width) {
    width(width);
    keep(count * (width + ResultLimits.OUTCOME));
  }

  /** One more document with these registers is. */
  void document(List<Register> registers) {
    long size = ResultLimits.DOCUMENT;
    for (Register register : registers) {
      size += ResultLimits.REGISTER + register.name().length();
    }
    keep(size);
  }

  /** So many outcomes are made and looked at. */
  void passing(long count, int width) {
    width(width);
    passed += count * width;
    require(passed <= limits.characters() * PASSING);
  }

  static void width(long characters) {
    if (characters > ResultLimits.MAX_WIDTH) {
      throw tooLarge("an outcome has more than " + ResultLimits.MAX_WIDTH + " bits");
    }
  }

  private void keep(long size) {
    kept += size;
    require(kept <= limits.characters());
  }

  private void require(boolean holds) {
    if (!holds) {
      throw tooLarge(
          "all outcomes together would have more than " + limits.characters() + " characters");
    }
  }

  static ResultFormatException tooLarge(String why) {
    return new ResultFormatException(
        Code.TOO_LARGE, "the result is too large to be decoded here: " + why);
  }
}
