package io.quantumexecutor.lifecycle;

import io.quantumexecutor.job.Program;
import io.quantumexecutor.job.Submission;

/**
 * What work may need of the heap at most, in bytes: measured with the worst bodies, programs and
 * answers that are accepted, see the benchmark of requests.
 */
public final class WorkCost {
  private static final long LEAST = 256 << 10;

  /** A character of JSON or of a program, read, translated, written and read back. */
  private static final int OF_A_CHARACTER = 40;

  /** A byte of an answer or a result, from its text to the document that is made of it. */
  private static final int OF_A_RESULT_BYTE = 12;

  private WorkCost() {}

  /** To read a request and what is in it. */
  public static long ofRequest(String body) {
    return LEAST + (long) OF_A_CHARACTER * body.length();
  }

  /** To translate a stored submission. */
  public static long of(Submission submission) {
    return LEAST + (long) OF_A_CHARACTER * length(submission.program());
  }

  /** To make something of a result or of a provider's answer. */
  public static long ofResult(byte[] bytes) {
    return LEAST + (long) OF_A_RESULT_BYTE * bytes.length;
  }

  private static int length(Program program) {
    if (program instanceof Program.Text text) {
      return text.text().length();
    }
    if (program instanceof Program.Binary binary) {
      return binary.base64().length();
    }
    throw new IllegalStateException("unknown program " + program.getClass());
  }
}
