package io.quantumexecutor.storage;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A container in memory. */
public final class InMemoryBlobs implements Blobs {
  private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();

  @Override
  public Optional<byte[]> read(String name) {
    return Optional.ofNullable(blobs.get(name)).map(byte[]::clone);
  }

  @Override
  public void write(String name, byte[] content) {
    blobs.put(name, content.clone());
  }

  @Override
  public boolean create(String name, byte[] content) {
    return blobs.putIfAbsent(name, content.clone()) == null;
  }

  @Override
  public void delete(String name) {
    blobs.remove(name);
  }

  public Set<String> names() {
    return Set.copyOf(blobs.keySet());
  }
}
