package io.quantumexecutor.storage;

import java.util.Optional;

/**
 * The single calls to one container. Every one may throw {@code StorageTroubleException}; then a
 * write may have happened or not.
 */
public interface Blobs {
  Optional<byte[]> read(String name);

  /** Writes a blob as a whole, over an older one if there is one. */
  void write(String name, byte[] content);

  /**
   * Writes a blob unless there is one.
   *
   * @return false if there is one, which after a lost answer may be the one just written
   */
  boolean create(String name, byte[] content);

  /** Removes a blob; one that is not there is fine. */
  void delete(String name);
}
