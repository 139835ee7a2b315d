package io.quantumexecutor.job;

/** Makes the stored result document of a finished job. */
interface ResultDocuments {
  /**
   * Decodes the provider's answer.
   *
   * @return the document as JSON, UTF-8
   * @throws RefusedException if the answer contradicts itself or has a shape that is not known
   */
  byte[] document(Job job, Submission submission, byte[] raw);
}
