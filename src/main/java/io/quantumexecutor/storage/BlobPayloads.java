package io.quantumexecutor.storage;

import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.Payloads;
import io.quantumexecutor.job.StorageTroubleException;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The parts of a job as blobs {@code {owner}/{job_id}/{part}} of container {@code results}. */
final class BlobPayloads implements Payloads {
  private final Blobs results;

  BlobPayloads(Blobs results) {
    this.results = results;
  }

  @Override
  public Optional<byte[]> read(JobKey key, Part part) {
    return results.read(name(key, part));
  }

  @Override
  public void write(JobKey key, Part part, byte[] content) {
    results.write(name(key, part), content);
  }

  @Override
  public byte[] writeOnce(JobKey key, Part part, byte[] content) {
    String name = name(key, part);
    return results.create(name, content)
        ? content
        : results.read(name).orElseThrow(() -> vanished(part));
  }

  @Override
  public void delete(JobKey key) {
    for (Part part : Part.values()) {
      results.delete(name(key, part));
    }
  }

  private static StorageTroubleException vanished(Part part) {
    return new StorageTroubleException(
        "blob " + part.blobName() + " was there and is gone", new NoSuchElementException());
  }

  private static String name(JobKey key, Part part) {
    return key.owner() + "/" + key.id() + "/" + part.blobName();
  }
}
