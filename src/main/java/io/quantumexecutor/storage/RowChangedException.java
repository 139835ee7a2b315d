package io.quantumexecutor.storage;

/** A row was changed or removed since it was read. Nothing was written. */
public final class RowChangedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RowChangedException(String key) {
    super("row " + key + " was changed or removed");
  }
}
