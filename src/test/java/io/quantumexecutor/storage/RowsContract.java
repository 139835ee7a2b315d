package io.quantumexecutor.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quantumexecutor.storage.RowQuery.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What every table must do. */
abstract class RowsContract {
  private Rows rows;
  private String partition;

  /** An account with the table {@code contract}. */
  abstract StorageAccount account();

  @BeforeEach
  void openTable(TestInfo test) {
    rows = account().table("contract");
    partition = test.getTestMethod().orElseThrow().getName();
  }

  private TableRow row(String key, Object value) {
    return TableRow.of(partition, key, Map.of("value", value));
  }

  @Test
  void get_afterInsert_givesTheSameColumns() {
    byte[] bytes = {0, 1, -1};
    Map<String, Object> columns =
        Map.of("text", "it's 日本 🚀 \u0001\u0007 \"\\", "number", -7, "flag", true, "empty", "");
    TableRow row = TableRow.of(partition, "a", columns).with("bytes", bytes);

    String etag = rows.insert(row);

    TableRow stored = rows.get(partition, "a").orElseThrow();
    assertThat(stored.storedEtag()).isEqualTo(etag);
    assertThat(stored.columns()).containsAllEntriesOf(columns).containsEntry("bytes", bytes);
    assertThat(stored.columns()).hasSize(columns.size() + 1);
  }

  @Test
  void get_noSuchRow_isEmpty() {
    assertThat(rows.get(partition, "nothing")).isEmpty();
  }

  @Test
  void insert_rowExists_isRefusedAndKeepsTheFirst() {
    rows.insert(row("a", "first"));

    assertThatExceptionOfType(RowExistsException.class)
        .isThrownBy(() -> rows.insert(row("a", "second")));
    assertThat(value("a")).isEqualTo("first");
  }

  @Test
  void replace_sameVersion_replacesTheWholeRow() {
    String first = rows.insert(row("a", "first").with("other", 1));

    String second = rows.replace(row("a", "second").at(first));

    TableRow stored = rows.get(partition, "a").orElseThrow();
    assertThat(second).isNotEqualTo(first).isEqualTo(stored.etag());
    assertThat(stored.columns()).containsExactlyEntriesOf(Map.of("value", "second"));
  }

  @Test
  void replace_oldVersion_isRefused() {
    String first = rows.insert(row("a", "first"));
    rows.replace(row("a", "second").at(first));

    assertThatExceptionOfType(RowChangedException.class)
        .isThrownBy(() -> rows.replace(row("a", "third").at(first)));
    assertThat(value("a")).isEqualTo("second");
  }

  @Test
  void replace_rowGone_isRefused() {
    String etag = rows.insert(row("a", "first"));
    rows.delete(partition, "a");

    assertThatExceptionOfType(RowChangedException.class)
        .isThrownBy(() -> rows.replace(row("a", "second").at(etag)));
    assertThat(rows.get(partition, "a")).isEmpty();
  }

  @Test
  void delete_twice_isFine() {
    rows.insert(row("a", "first"));

    rows.delete(partition, "a");
    rows.delete(partition, "a");

    assertThat(rows.get(partition, "a")).isEmpty();
  }

  @Test
  void commit_allFit_doesAll() {
    String etag = rows.insert(row("a", "first"));
    rows.insert(row("b", "goes"));

    rows.commit(
        List.of(
            RowWrite.replace(row("a", "second").at(etag)),
            RowWrite.delete(row("b", "")),
            RowWrite.insert(row("c", "new"))));

    assertThat(value("a")).isEqualTo("second");
    assertThat(rows.get(partition, "b")).isEmpty();
    assertThat(value("c")).isEqualTo("new");
  }

  @Test
  void commit_oneInsertExists_doesNothingAndNamesIt() {
    rows.insert(row("b", "first"));

    assertThatExceptionOfType(RowExistsException.class)
        .isThrownBy(
            () ->
                rows.commit(
                    List.of(RowWrite.insert(row("a", "new")), RowWrite.insert(row("b", "second")))))
        .withMessageContaining("row b ");
    assertThat(rows.get(partition, "a")).isEmpty();
    assertThat(value("b")).isEqualTo("first");
  }

  @Test
  void commit_oneReplaceIsOld_doesNothingAndNamesIt() {
    String old = rows.insert(row("b", "first"));
    rows.replace(row("b", "second").at(old));

    assertThatExceptionOfType(RowChangedException.class)
        .isThrownBy(
            () ->
                rows.commit(
                    List.of(
                        RowWrite.insert(row("a", "new")),
                        RowWrite.replace(row("b", "third").at(old)))))
        .withMessageContaining("row b ");
    assertThat(rows.get(partition, "a")).isEmpty();
  }

  @Test
  void commit_deletedRowIsGone_doesNothingAndNamesIt() {
    assertThatExceptionOfType(RowChangedException.class)
        .isThrownBy(
            () ->
                rows.commit(
                    List.of(RowWrite.insert(row("a", "new")), RowWrite.delete(row("b", "")))))
        .withMessageContaining("row b ");
    assertThat(rows.get(partition, "a")).isEmpty();
  }

  @Test
  void commit_hundredRows_areAllThere() {
    rows.commit(IntStream.range(0, 100).mapToObj(n -> RowWrite.insert(numbered(n))).toList());

    assertThat(readAll(RowQuery.in(partition, 1_000))).hasSize(100);
  }

  @Test
  void insert_columnAtTheLimit_fits() {
    String text = "x".repeat(TruncatedJson.LIMIT);
    rows.insert(row("text", text));
    rows.insert(row("bytes", new byte[64 * 1024]));

    assertThat(value("text").equals(text)).isTrue();
    assertThat(rows.get(partition, "bytes").orElseThrow().columns()).containsKey("value");
  }

  @Test
  void insert_columnOverTheLimit_isRefusedForGood() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> rows.insert(row("text", "x".repeat(33_000))));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> rows.insert(row("bytes", new byte[64 * 1024 + 1])));
  }

  @Test
  void query_pages_giveEveryRowOnceInOrder() {
    for (int n = 24; n >= 0; n--) {
      rows.insert(numbered(n));
    }

    assertThat(readAll(RowQuery.in(partition, 10)))
        .extracting(TableRow::key)
        .isEqualTo(IntStream.range(0, 25).mapToObj(n -> numbered(n).key()).toList());
  }

  @Test
  void query_page_isNeverLargerThanAsked() {
    for (int n = 0; n < 5; n++) {
      rows.insert(numbered(n));
    }

    RowPage page = rows.query(RowQuery.in(partition, 2), null);

    assertThat(page.rows()).hasSize(2);
    assertThat(page.next()).isNotNull();
  }

  @Test
  void query_keyRange_givesWhatIsInside() {
    for (int n = 0; n < 5; n++) {
      rows.insert(numbered(n));
    }

    RowQuery range =
        RowQuery.in(partition, 10)
            .key(Comparison.GT, numbered(0).key())
            .key(Comparison.LE, numbered(2).key());

    assertThat(readAll(range))
        .extracting(TableRow::key)
        .containsExactly(numbered(1).key(), numbered(2).key());
  }

  @Test
  void query_column_comparesTexts() {
    rows.insert(row("a", "1"));
    rows.insert(row("b", "2"));
    rows.insert(row("c", "3"));
    rows.insert(TableRow.of(partition, "without", Map.of("other", "2")));

    assertThat(keysWhere(Comparison.EQ, "2")).containsExactly("b");
    assertThat(keysWhere(Comparison.LT, "2")).containsExactly("a");
    assertThat(keysWhere(Comparison.LE, "2")).containsExactly("a", "b");
    assertThat(keysWhere(Comparison.GT, "2")).containsExactly("c");
    assertThat(keysWhere(Comparison.GE, "2")).containsExactly("b", "c");
  }

  @Test
  void query_oddTexts_matchThemselvesOnly() {
    List<String> odd = List.of("'", "''", "' or 1 eq 1 or '", "🚀", "a&b=c%27 d", "é", "\\", "+");
    for (int n = 0; n < odd.size(); n++) {
      rows.insert(row("k" + n, odd.get(n)));
    }

    for (int n = 0; n < odd.size(); n++) {
      assertThat(keysWhere(Comparison.EQ, odd.get(n))).as(odd.get(n)).containsExactly("k" + n);
    }
  }

  @Test
  void query_columnAcrossPartitions_findsAll() {
    rows.insert(TableRow.of(partition + "-1", "a", Map.of("across", partition)));
    rows.insert(TableRow.of(partition + "-2", "a", Map.of("across", partition)));

    RowQuery across = RowQuery.everywhere(1_000).where("across", Comparison.EQ, partition);

    assertThat(readAll(across))
        .extracting(TableRow::partition)
        .containsExactly(partition + "-1", partition + "-2");
  }

  private List<String> keysWhere(Comparison comparison, String value) {
    return readAll(RowQuery.in(partition, 100).where("value", comparison, value)).stream()
        .map(TableRow::key)
        .toList();
  }

  private List<TableRow> readAll(RowQuery query) {
    List<TableRow> all = new ArrayList<>();
    RowPage page = rows.query(query, null);
    all.addAll(page.rows());
    while (page.next() != null) {
      page = rows.query(query, page.next());
      all.addAll(page.rows());
    }
    return all;
  }

  private TableRow numbered(int n) {
    return row("%03d".formatted(n), n);
  }

  private String value(String key) {
    return rows.get(partition, key).orElseThrow().requiredText("value");
  }
}
