package io.quantumexecutor.quantum;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Instant;
import java.time.InstantSource;

/** Ends with an error when an answer grows too large or drips too long. */
final class BoundedStream extends FilterInputStream {
  /** The answer has more bytes than are wanted. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(int limit) {
      super("more than " + limit + " bytes");
    }
  }

  private final int limit;
  private final Instant deadline;
  private final InstantSource clock;
  private long count;

  BoundedStream(InputStream in, int limit, Instant deadline, InstantSource clock) {
    super(in);
    this.limit = limit;
    this.deadline = deadline;
    this.clock = clock;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count += Math.max(read, 0);
    if (count > limit) {
      throw new TooLargeException(limit);
    }
    if (clock.instant().isAfter(deadline)) {
      throw new HttpTimeoutException("the answer took too long");
    }
    return read;
  }
}
