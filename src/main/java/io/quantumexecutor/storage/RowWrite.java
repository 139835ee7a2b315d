package io.quantumexecutor.storage;

/** One write of a transaction. A replacement needs the row's etag; a deletion ignores it. */
public record RowWrite(Kind kind, TableRow row) {
  /** What is done to the row. */
  public enum Kind {
    INSERT,
    REPLACE,
    DELETE
  }

  public static RowWrite insert(TableRow row) {
    return new RowWrite(Kind.INSERT, row);
  }

  public static RowWrite replace(TableRow row) {
    return new RowWrite(Kind.REPLACE, row);
  }

  public static RowWrite delete(TableRow row) {
    return new RowWrite(Kind.DELETE, row);
  }
}
