package io.quantumexecutor.storage;

import io.quantumexecutor.job.Submission;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Submissions as gzipped JSON. */
final class Submissions {
  private Submissions() {}

  static byte[] pack(Submission submission) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(StoredJson.write(submission).getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  static Submission unpack(byte[] packed) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return StoredJson.read(
          new String(in.readAllBytes(), StandardCharsets.US_ASCII), Submission.class);
    } catch (IOException e) {
      throw new UncheckedIOException("a stored submission is damaged", e);
    }
  }
}
