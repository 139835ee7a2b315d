package io.quantumexecutor.lifecycle;

import io.quantumexecutor.job.Program;
import io.quantumexecutor.job.Submission;

/**
 * What work may need of the heap at most, in bytes. An operation of a circuit takes some 110 bytes,
 * and a circuit, its form for the target and what is read back of it live at the same time; how
 * many operations a text can become is limited by its length (see {@code CircuitLimits.forText}).
 */
public final class WorkCost {
  private static final int SMALL_BODY = 64 << 10;

  /** A character of JSON as a tree. */
  private static final int OF_JSON = 25;

  private static final long OF_A_PROGRAM = 48L << 20;
  private static final int OF_A_CHARACTER = 600;

  /** A byte of an answer or a result, from its text to the document that is made of it. */
  private static final int OF_A_RESULT_BYTE = 12;

  private WorkCost() {}

  /** To read a body that holds no program; a small one is not worth counting. */
  public static long ofBody(String body) {
    return body.length() <= SMALL_BODY ? 0 : (long) OF_JSON * body.length();
  }

  /** To read a body with a program and to translate that. */
  public static long ofProgram(String body) {
    return OF_A_PROGRAM + (long) OF_A_CHARACTER * body.length();
  }

  /** To translate a stored submission. */
  public static long of(Submission submission) {
    Program program = submission.program();
    if (program instanceof Program.Text text) {
      return ofProgram(text.text());
    }
    if (program instanceof Program.Binary binary) {
      return (long) OF_JSON * binary.base64().length();
    }
    throw new IllegalStateException("unknown program " + program.getClass());
  }

  /** To make something of a result or of a provider's answer. */
  public static long ofResult(int bytes) {
    return (long) OF_A_RESULT_BYTE * bytes;
  }
}
