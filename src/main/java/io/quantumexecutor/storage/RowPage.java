package io.quantumexecutor.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows; there may be none although more follow.
 *
 * @param next token to go on with, null at the end
 */
public record RowPage(List<TableRow> rows, @Nullable String next) {
  public RowPage {
    rows = List.copyOf(rows);
  }
}
