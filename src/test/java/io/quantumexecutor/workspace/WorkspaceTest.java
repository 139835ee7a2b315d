package io.quantumexecutor.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceTest {
  private static final String GUID = "0A0B0C0D-0000-1111-2222-333344445555";

  @Test
  void parse_anyCase_keepsNamesAndComparesInLowerCase() {
    Workspace workspace =
        Workspace.parse(
            "/SUBSCRIPTIONS/"
                + GUID
                + "/resourcegroups/My.Group/PROVIDERS/microsoft.quantum/Workspaces/My-Work/");

    assertThat(workspace.resourceId())
        .isEqualTo(
            "/subscriptions/0a0b0c0d-0000-1111-2222-333344445555/resourceGroups/My.Group"
                + "/providers/Microsoft.Quantum/workspaces/My-Work");
    assertThat(workspace.canonical()).isEqualTo(workspace.resourceId().toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "/subscriptions/not-a-guid/resourceGroups/g/providers/Microsoft.Quantum/workspaces/w|GUID",
        "/subscriptions/%s/resourceGroups/g./providers/Microsoft.Quantum/workspaces/w|group",
        "/subscriptions/%s/resourceGroups/../providers/Microsoft.Quantum/workspaces/w|group",
        "/subscriptions/%s/resourceGroups/g%%2Fh/providers/Microsoft.Quantum/workspaces/w|group",
        "/subscriptions/%s/resourceGroups/g/providers/Microsoft.Quantum/workspaces/w?x=1|name",
        "/subscriptions/%s/resourceGroups/g/providers/Microsoft.Quantum/workspaces/-w|name",
        "/subscriptions/%s/resourceGroups/g/providers/Microsoft.Quantum/workspaces/w#x|name",
        "/subscriptions/%s/resourceGroups/g/providers/Evil.Quantum/workspaces/w|looks like",
        "/subscriptions/%s/resourceGroups/g/providers/Microsoft.Quantum/workspaces/w/x|looks like",
        "https://portal.azure.com/subscriptions/%s|looks like",
        "w|looks like",
      },
      delimiter = '|')
  void parse_anythingElse_isRefusedNamingThePart(String pattern, String part) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Workspace.parse(pattern.formatted(GUID)))
        .withMessageContaining(part);
  }

  @Test
  void parse_lineBreak_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Workspace.parse(
                    "/subscriptions/"
                        + GUID
                        + "/resourceGroups/g/providers/Microsoft.Quantum/workspaces/w\r\nHost: x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"East US", "eastus", "EASTUS", "east us"})
  void location_anySpelling_isTheShortName(String written) {
    assertThat(Location.parse(written)).hasToString("eastus");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "us",
        "evil.example/",
        "eastus.evil.example",
        "127.0.0.1",
        "eastus#",
        "eastus@x",
        "eastus\r\nHost: x",
        "\u212aoreacentral",
        "\u0435astus",
        "eastus-v2",
        "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddX"
      })
  void location_anythingElse_isRefused(String written) {
    assertThatIllegalArgumentException().isThrownBy(() -> Location.parse(written));
  }
}
