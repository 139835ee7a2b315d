package io.quantumexecutor.storage;

import io.quantumexecutor.job.BadCursorException;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.storage.RowQuery.Comparison;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Whose jobs a list goes through, and where it goes on. */
sealed interface ListScope {
  /**
   * The rows to read, in this order.
   *
   * @param cursor where the page before ended
   * @param within narrows a choice of partitions to the keys after the given one
   * @throws BadCursorException if the cursor is not of this scope
   */
  List<RowQuery> ranges(@Nullable String cursor, BiFunction<RowQuery, String, RowQuery> within);

  /** The cursor with which a list goes on after that row. */
  String cursor(Row last);

  /** One owner's jobs, newest first. */
  record Own(Owner owner) implements ListScope {
    @Override
    public List<RowQuery> ranges(
        @Nullable String cursor, BiFunction<RowQuery, String, RowQuery> within) {
      String after = cursor == null ? JobKeys.NEWEST : ListCursor.decode(owner, cursor);
      return List.of(within.apply(RowQuery.in(owner.key(), 1), after));
    }

    @Override
    public String cursor(Row last) {
      return ListCursor.encode(owner, last.key());
    }
  }

  /** Everybody's jobs: owner by owner, each newest first. */
  record Everybody() implements ListScope {
    private static final String SEPARATOR = "/";

    @Override
    public List<RowQuery> ranges(
        @Nullable String cursor, BiFunction<RowQuery, String, RowQuery> within) {
      RowQuery all = RowQuery.everywhere(1);
      if (cursor == null) {
        return List.of(within.apply(all, JobKeys.NEWEST));
      }
      String[] place = place(cursor);
      Owner owner = Owner.parse(place[0]).orElseThrow(BadCursorException::new);
      String after = ListCursor.decode(owner, place[1]);
      RowQuery others = all.where(RowQuery.PARTITION, Comparison.GT, owner.key());
      return List.of(
          within.apply(RowQuery.in(owner.key(), 1), after), within.apply(others, JobKeys.NEWEST));
    }

    @Override
    public String cursor(Row last) {
      Optional<Owner> owner = Owner.parse(last.partition());
      String place =
          last.partition() + SEPARATOR + ListCursor.encode(owner.orElseThrow(), last.key());
      return Base64.getUrlEncoder().encodeToString(place.getBytes(StandardCharsets.US_ASCII));
    }

    private static String[] place(String cursor) {
      try {
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        String[] place = new String(bytes, StandardCharsets.US_ASCII).split(SEPARATOR, -1);
        if (place.length == 2) {
          return place;
        }
      } catch (IllegalArgumentException noBase64) {
        // Refused below like every other text that is no cursor.
      }
      throw new BadCursorException();
    }
  }
}
