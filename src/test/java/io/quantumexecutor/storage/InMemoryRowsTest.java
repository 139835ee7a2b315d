package io.quantumexecutor.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quantumexecutor.storage.RowQuery.Comparison;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class InMemoryRowsTest extends RowsContract {
  @Override
  StorageAccount account() {
    return new InMemoryStorage();
  }

  @Test
  void commit_twoPartitions_isRefused() {
    List<RowWrite> writes =
        List.of(
            RowWrite.insert(TableRow.of("one", "a", Map.of())),
            RowWrite.insert(TableRow.of("two", "a", Map.of())));

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> account().table("t").commit(writes));
  }

  @Test
  void query_scanEndsEarly_givesAnEmptyPageWithAToken() {
    Rows rows = new InMemoryStorage(1).table("t");
    rows.insert(TableRow.of("p", "a", Map.of("v", "1")));
    rows.insert(TableRow.of("p", "b", Map.of("v", "2")));

    RowPage page = rows.query(RowQuery.in("p", 10).where("v", Comparison.EQ, "2"), null);

    assertThat(page.rows()).isEmpty();
    assertThat(page.next()).isNotNull();
  }
}
