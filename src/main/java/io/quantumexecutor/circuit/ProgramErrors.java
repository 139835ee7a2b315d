package io.quantumexecutor.circuit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects what is wrong with a program, so that all of it is reported at once. */
public final class ProgramErrors {
  /** How many errors are listed; the rest is only counted. */
  public static final int MAX_LISTED = 100;

  private final List<ProgramError> listed = new ArrayList<>();
  private int unlisted;

  public void add(ProgramError error) {
    if (listed.size() < MAX_LISTED) {
      listed.add(error);
    } else {
      unlisted++;
    }
  }

  /** Adds an error that is put into words only if it is listed: programs may have millions. */
  public void add(Supplier<ProgramError> error) {
    if (listed.size() < MAX_LISTED) {
      listed.add(error.get());
    } else {
      unlisted++;
    }
  }

  public boolean isEmpty() {
    return listed.isEmpty();
  }

  /**
   * Ends a step that all later ones build on.
   *
   * @throws ProgramException if anything was added
   */
  public void throwIfAny() {
    if (isEmpty()) {
      return;
    }
    List<ProgramError> all = new ArrayList<>(listed);
    if (unlisted > 0) {
      all.add(ProgramError.of("and " + unlisted + " more"));
    }
    throw new ProgramException(all);
  }
}
