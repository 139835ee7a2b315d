package io.quantumexecutor.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumexecutor.local.emulator.WorkspaceItem.ProviderTarget;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ItemFilterTest {
  private static final WorkspaceItem ITEM =
      new WorkspaceItem(
          "bell (first)",
          "Job",
          "QuantumComputing",
          new ProviderTarget("ionq", "ionq.simulator"),
          "Failed",
          Instant.parse("2026-08-21T23:59:59Z"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "startswith(Name, 'bell (')",
        "(State eq 'Failed')",
        "(State eq 'Succeeded' or State eq 'Failed')",
        "(ItemType eq 'Job') and (JobType eq 'QuantumComputing')",
        "(ProviderId eq 'IonQ') and (Target eq 'ionq.simulator')",
        "CreationTime ge 2026-08-21 and CreationTime le 2026-08-21",
        "startswith(Name, 'bell') and (State eq 'Failed') and CreationTime le 2026-08-22"
      })
  void parse_matchingFilter_passes(String filter) {
    assertThat(ItemFilter.parse(filter)).accepts(ITEM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "startswith(Name, 'ghz')",
        "(State eq 'Succeeded')",
        "(Target eq 'ionq.qpu.forte-1')",
        "CreationTime ge 2026-08-22",
        "CreationTime le 2026-08-20",
        "startswith(Name, 'bell') and (State eq 'Cancelled')"
      })
  void parse_otherFilter_doesNotPass(String filter) {
    assertThat(ItemFilter.parse(filter)).rejects(ITEM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "provider eq microsoft",
        "State eq 'Failed'",
        "(State eq 'Failed' or Target eq 'x')",
        "(Name eq 'x')",
        "startswith(Name, 'it's')",
        "CreationTime ge 2026-02-30",
        "(State eq 'Failed') or (State eq 'Succeeded')",
        "(State eq 'Failed') and "
      })
  void parse_otherGrammar_isRefused(String filter) {
    assertThatThrownBy(() -> ItemFilter.parse(filter)).isInstanceOf(ServiceError.class);
  }
}
