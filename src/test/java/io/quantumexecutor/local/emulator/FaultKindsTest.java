package io.quantumexecutor.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultKindsTest {
  private static final List<Fault.Action> ACTIONS =
      List.of(
          new Fault.AnswerBefore(429, Map.of(), ""),
          new Fault.AnswerAfter(503, Map.of(), ""),
          new Fault.TargetUnavailable(),
          new Fault.ResetBefore(),
          new Fault.ResetAfter(),
          new Fault.Delay(1),
          new Fault.Truncate(),
          new Fault.Malformed(),
          new Fault.ShowStatus(List.of("Waiting")),
          new Fault.ExpiredSas(),
          new Fault.Forget(),
          new Fault.OutputMissing(),
          new Fault.OutputTruncated(),
          new Fault.OutputLate(1));

  @Test
  void pass_everyKindOfFault_isKnown() {
    RouteMatch match = new RouteMatch(Route.GET_JOB, "workspace", "id");
    EmulatorFaults faults = new EmulatorFaults();
    FaultGate gate = new FaultGate(faults, forgotten -> {});

    assertThat(ACTIONS)
        .extracting(action -> (Object) action.getClass())
        .containsExactlyInAnyOrder((Object[]) Fault.Action.class.getPermittedSubclasses());
    for (Fault.Action action : ACTIONS) {
      faults.clear();
      faults.add(Fault.first(Route.GET_JOB, action));
      assertThatCode(() -> gate.pass(match, () -> EmulatorResponse.ok(Json.object())))
          .as("%s", action)
          .doesNotThrowAnyException();
    }
  }
}
