package io.quantumexecutor.job;

import java.util.Optional;

/** Port: the large parts of a job. All methods may throw {@link StorageTroubleException}. */
public interface Payloads {
  /** The parts, with the names of their blobs. */
  enum Part {
    /** The provider's input as sent, together with what it means. */
    SUBMITTED("submitted"),
    /** The provider's answer, byte for byte. */
    RAW("raw"),
    /** The normalised result. */
    RESULT("result.json"),
    /** The result as Classiq's SDK reads it; made when somebody asks for it first. */
    CLASSIQ("classiq.json");

    private final String blobName;

    Part(String blobName) {
      this.blobName = blobName;
    }

    public String blobName() {
      return blobName;
    }
  }

  Optional<byte[]> read(JobKey key, Part part);

  /** Writes a part, over an older one if there is one. */
  void write(JobKey key, Part part, byte[] content);

  /**
   * Writes a part that must never change.
   *
   * @return what is stored now: the content given, or what had been written before
   */
  byte[] writeOnce(JobKey key, Part part, byte[] content);

  /** Removes every part; those that are not there are fine. */
  void delete(JobKey key);
}
