package io.quantumexecutor.faults;

/** Messages that somebody drops into the queue. */
final class Drops {
  static final String NONSENSE = "{\"program\":\"\"}";

  private static final String SUBMISSION =
      "{\"program\":\"OPENQASM 2.0; include \\\"qelib1.inc\\\"; qreg q[1]; h q[0];\","
          + "\"num_shots\":%d,%s\"backend_preferences\":{\"backend_name\":\"ionq.simulator\"}}";

  private Drops() {}

  static String submission(int shots) {
    return SUBMISSION.formatted(shots, "");
  }

  /** Always under the same key. */
  static String underKey(int shots) {
    return SUBMISSION.formatted(shots, "\"idempotency_key\":\"one\",");
  }
}
