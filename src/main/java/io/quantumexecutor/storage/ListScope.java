package io.quantumexecutor.storage;

import io.quantumexecutor.job.BadCursorException;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.storage.RowQuery.Comparison;
import java.util.List;
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

  /** One owner's jobs, newest first. */
  record Own(Owner owner) implements ListScope {
    @Override
    public List<RowQuery> ranges(
        @Nullable String cursor, BiFunction<RowQuery, String, RowQuery> within) {
      return List.of(within.apply(RowQuery.in(owner.key(), 1), after(cursor)));
    }

    private String after(@Nullable String cursor) {
      if (cursor == null) {
        return JobKeys.NEWEST;
      }
      ListCursor place = ListCursor.parse(cursor);
      if (!place.owner().equals(owner)) {
        throw new BadCursorException();
      }
      return place.rowKey();
    }
  }

  /** Everybody's jobs: owner by owner, each newest first. */
  record Everybody() implements ListScope {
    @Override
    public List<RowQuery> ranges(
        @Nullable String cursor, BiFunction<RowQuery, String, RowQuery> within) {
      RowQuery all = RowQuery.everywhere(1);
      if (cursor == null) {
        return List.of(within.apply(all, JobKeys.NEWEST));
      }
      ListCursor place = ListCursor.parse(cursor);
      String owner = place.owner().key();
      RowQuery others = all.where(RowQuery.PARTITION, Comparison.GT, owner);
      return List.of(
          within.apply(RowQuery.in(owner, 1), place.rowKey()),
          within.apply(others, JobKeys.NEWEST));
    }
  }
}
