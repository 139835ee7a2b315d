package io.quantumexecutor.target;

import io.quantumexecutor.job.Submission;
import io.quantumexecutor.target.Target.Answer;
import io.quantumexecutor.target.price.GateShots;
import io.quantumexecutor.target.price.Tariff;
import java.util.ArrayList;
import java.util.List;

/** What a caller should know of a target before a job runs there, whatever its program. */
public final class TargetAdvice {
  /** IonQ asks for as many shots for debiasing (IonQ API documentation). */
  private static final int SHOTS_TO_DEBIAS = 500;

  private TargetAdvice() {}

  public static List<String> warnings(Submission submission, Target target) {
    List<String> warnings = new ArrayList<>();
    mitigation(submission, target, warnings);
    if (target.provider().equals("ionq")
        && !target.kind().isHardware()
        && submission.inputParams().containsKey("error-mitigation")) {
      warnings.add(target.name() + " has no error mitigation: the option has no effect");
    }
    if (target.offer().answer() == Answer.ZEROS) {
      warnings.add(target.name() + " only checks the program: every outcome will be zeros");
    }
    String note = target.offer().note();
    if (note != null && target.kind().isHardware()) {
      warnings.add(target.name() + ": " + note);
    }
    return warnings;
  }

  private static void mitigation(Submission submission, Target target, List<String> warnings) {
    Mitigation mitigation = Mitigation.of(submission, target);
    if (!mitigation.isOn()) {
      return;
    }
    warnings.add(
        (mitigation == Mitigation.ON
                ? "error mitigation is on"
                : "error mitigation is left to Azure Quantum, where it is on by default")
            + minimum(target.offer().tariff()));
    if (submission.numShots() < SHOTS_TO_DEBIAS) {
      warnings.add(
          "IonQ asks for at least %d shots with error mitigation, and %d are requested"
              .formatted(SHOTS_TO_DEBIAS, submission.numShots()));
    }
  }

  private static String minimum(Tariff tariff) {
    return tariff instanceof GateShots price
        ? ": the minimum price is %s %s instead of %s; ionq_error_mitigation_flag false switches it off"
            .formatted(
                price.rates().minimumMitigated().toPlainString(),
                price.unit(),
                price.rates().minimum().toPlainString())
        : "";
  }
}
