package io.quantumexecutor.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultKindsTest {
  private static final List<InjectedFault.Action> ACTIONS =
      List.of(
          new InjectedFault.AnswerBefore(429, Map.of(), ""),
          new InjectedFault.AnswerAfter(503, Map.of(), ""),
          new InjectedFault.TargetUnavailable(),
          new InjectedFault.ResetBefore(),
          new InjectedFault.ResetAfter(),
          new InjectedFault.Delay(1),
          new InjectedFault.Truncate(),
          new InjectedFault.Malformed(),
          new InjectedFault.ShowStatus(List.of("Waiting")),
          new InjectedFault.ExpiredSas(),
          new InjectedFault.Forget(),
          new InjectedFault.OutputMissing(),
          new InjectedFault.OutputTruncated(),
          new InjectedFault.OutputLate(1));

  @Test
  void pass_everyKindOfFault_isKnown() {
    RouteMatch match = new RouteMatch(Route.GET_JOB, "workspace", "id");
    EmulatorFaults faults = new EmulatorFaults();
    FaultInjector gate = new FaultInjector(faults, forgotten -> {});

    assertThat(ACTIONS)
        .extracting(action -> (Object) action.getClass())
        .containsExactlyInAnyOrder((Object[]) InjectedFault.Action.class.getPermittedSubclasses());
    for (InjectedFault.Action action : ACTIONS) {
      faults.clear();
      faults.add(InjectedFault.first(Route.GET_JOB, action));
      assertThatCode(() -> gate.pass(match, () -> EmulatorResponse.ok(EmulatorJson.object())))
          .as("%s", action)
          .doesNotThrowAnyException();
    }
  }
}
