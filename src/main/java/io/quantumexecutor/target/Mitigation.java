package io.quantumexecutor.target;

import io.quantumexecutor.job.Submission;
import java.util.Map;

/** IonQ's error mitigation (debiasing) as a submission leaves it. */
enum Mitigation {
  /** The target has none. */
  NONE,
  ON,
  OFF,
  /** Nothing is sent: Azure's own default, which is on for IonQ's hardware. */
  LEFT_TO_PROVIDER;

  private static final String IONQ = "ionq";

  static Mitigation of(Submission submission, Target target) {
    if (!target.provider().equals(IONQ) || !target.kind().isHardware()) {
      return NONE;
    }
    Object options = submission.inputParams().get("error-mitigation");
    Object debias = options instanceof Map<?, ?> map ? map.get("debias") : null;
    if (debias instanceof Boolean on) {
      return on ? ON : OFF;
    }
    return LEFT_TO_PROVIDER;
  }

  boolean isOn() {
    return this == ON || this == LEFT_TO_PROVIDER;
  }
}
