package io.quantumexecutor.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantumexecutor.workspace.Location;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantumEndpointTest {
  @Test
  void in_region_isItsPublicEndpoint() {
    assertThat(QuantumEndpoint.in(Location.parse("East US"), StubbedClient.WORKSPACE).origin())
        .isEqualTo("https://eastus.quantum.azure.com");
  }

  @Test
  void endpoint_slashAtTheEnd_isDropped() {
    URI base = URI.create("https://work.eastus.quantum.azure.com:8443/");

    assertThat(new QuantumEndpoint(base, StubbedClient.WORKSPACE).origin())
        .isEqualTo("https://work.eastus.quantum.azure.com:8443");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eastus.quantum.azure.com",
        "ftp://eastus.quantum.azure.com",
        "https:///x",
        "https://a@eastus.quantum.azure.com",
        "https://eastus.quantum.azure.com/path",
        "https://eastus.quantum.azure.com?x=1",
        "https://eastus.quantum.azure.com#x"
      })
  void endpoint_anythingButABareAddress_isRefused(String base) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QuantumEndpoint(URI.create(base), StubbedClient.WORKSPACE));
  }
}
