package io.quantumexecutor.circuit;

import java.util.Random;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Feeds mutated texts to a reader: it may answer or throw a {@link ProgramException}, nothing else.
 * Runs 2,000 texts, or as long as the system property {@code fuzz.seconds} says.
 */
public final class Mutations {
  private static final int TEXTS = 2_000;

  private Mutations() {}

  public static void fuzz(LongFunction<String> source, Consumer<String> reader) {
    long seconds = Long.getLong("fuzz.seconds", 0);
    long end = System.nanoTime() + seconds * 1_000_000_000;
    InputBounds bounds = new InputBounds();
    for (long seed = 0; seconds == 0 ? seed < TEXTS : System.nanoTime() < end; seed++) {
      String text = mutate(source.apply(seed / 4), new Random(seed));
      try {
        bounds.run(text, () -> reader.accept(text));
      } catch (ProgramException expected) {
        if (expected.errors().isEmpty()) {
          throw new AssertionError("refused without a reason, seed " + seed, expected);
        }
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("seed " + seed + ":\n" + text, e);
      }
    }
    System.out.println(bounds.inputs() + " mutated texts were read or refused");
  }

  private static String mutate(String text, Random random) {
    StringBuilder mutated = new StringBuilder(text);
    for (int edits = random.nextInt(4); edits >= 0 && mutated.length() > 1; edits--) {
      int at = random.nextInt(mutated.length());
      int end = Math.min(mutated.length(), at + 1 + random.nextInt(12));
      switch (random.nextInt(5)) {
        case 0 -> mutated.delete(at, end);
        case 1 -> mutated.insert(random.nextInt(mutated.length()), mutated.substring(at, end));
        case 2 -> mutated.setCharAt(at, (char) (32 + random.nextInt(95)));
        case 3 -> mutated.insert(at, random.nextInt(-3, 40));
        default -> {
          int from = random.nextInt(mutated.length());
          mutated.replace(
              at,
              end,
              text.substring(Math.min(from, text.length()), Math.min(from + 30, text.length())));
        }
      }
    }
    return mutated.toString();
  }
}
