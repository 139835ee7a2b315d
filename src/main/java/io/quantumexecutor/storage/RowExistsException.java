package io.quantumexecutor.storage;

/** A row that was to be inserted is there already. Nothing was written. */
public final class RowExistsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RowExistsException(String key) {
    super("row " + key + " exists");
  }
}
