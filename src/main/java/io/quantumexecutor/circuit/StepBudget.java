package io.quantumexecutor.circuit;

/**
 * Counts the work of reading or writing one program, whether it shows in the result or not: each
 * statement run, call made, name looked up, operand and part of a condition taken.
 *
 * <p>A step is what takes some twenty nanoseconds; dearer work counts as several. Counting, unlike
 * a clock, refuses the same program on every machine. Characters of the text and operations of the
 * circuit, which have limits of their own, bring steps along: a long program may be long work, a
 * short one that comes to nothing may not.
 */
public final class StepBudget {
  private static final int STEPS_PER_CHARACTER = 4;
  private static final int STEPS_PER_OPERATION = 40;

  private final int limit;
  private long left;
  private Place place = Place.NONE;

  public StepBudget(int limit) {
    this.limit = limit;
    left = limit;
  }

  /** Adds the steps that reading so many characters may take. */
  public void addForCharacters(int characters) {
    left += (long) STEPS_PER_CHARACTER * characters;
  }

  /** Adds the steps that one more operation of the circuit, or gate of a target, may take. */
  public void addForOperation() {
    left += STEPS_PER_OPERATION;
  }

  /** Says what the following work is for. */
  public void at(Place where) {
    place = where;
  }

  /**
   * Counts work that is about to be done.
   *
   * @throws ProgramException at the place last given if it is more than is left
   */
  public void spend(long steps) {
    left -= steps;
    if (left < 0) {
      throw refusal(
          "the program takes more than "
              + limit
              + " steps beyond what its length explains, which are used up here: write it with"
              + " fewer loops, calls and conditions");
    }
  }

  /** An error at the place last given. */
  public ProgramException refusal(String message) {
    return new ProgramException(ProgramError.at(place, message));
  }
}
