package io.quantumexecutor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class LocalMainIT {
  private final String port = Integer.toString(Launcher.sixFreePorts());

  private static void awaitNoneAlive(Launcher launcher) {
    assertThat(launcher.children()).hasSizeGreaterThanOrEqualTo(2);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(launcher.children()).noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void main_jobCompletes_exitsWithZeroAndLeavesNothing() {
    try (Launcher launcher = Launcher.start(Map.of("exit", "true", "port", port))) {
      launcher.readUntil("READY");

      assertThat(launcher.exitCode()).describedAs(launcher.output()).isZero();
      assertThat(launcher.output())
          .contains("READY http://127.0.0.1:" + port + "/api")
          .contains("COMPLETED on ionq.simulator")
          .containsPattern("00 +\\d+ +\\d+\\.\\d+ %");
      awaitNoneAlive(launcher);
    }
  }

  @Test
  void main_jobFailsAtTheProvider_exitsWithOneAndLeavesNothing(@TempDir Path folder)
      throws IOException {
    Path program = folder.resolve("broken.json");
    Files.writeString(
        program, "{\"format\": \"honeywell.openqasm.v1\", \"text\": \"OPENQASM 2.0; nonsense\"}");
    Map<String, String> options =
        Map.of(
            "exit",
            "true",
            "port",
            port,
            "program",
            program.toString(),
            "backend",
            "quantinuum.sim.h2-1e");
    try (Launcher launcher = Launcher.start(options)) {
      launcher.readUntil("READY");

      assertThat(launcher.exitCode()).describedAs(launcher.output()).isEqualTo(1);
      assertThat(launcher.output()).containsPattern("(?m)^FAILED: ");
      awaitNoneAlive(launcher);
    }
  }

  @Test
  void main_portTaken_saysWhichAndWhatToDo() throws IOException {
    try (ServerSocket taken =
        new ServerSocket(Integer.parseInt(port) + 3, 1, InetAddress.getLoopbackAddress())) {
      try (Launcher launcher = Launcher.start(Map.of("exit", "true", "port", port))) {
        assertThat(launcher.exitCode()).isEqualTo(1);
        assertThat(launcher.output())
            .startsWith("Taken on 127.0.0.1: port " + taken.getLocalPort() + ".")
            .contains("-Dlocal.port=N");
      }
    }
  }

  @Test
  void main_killedWithoutWarning_leavesNothing() {
    try (Launcher launcher = Launcher.start(Map.of("port", port))) {
      launcher.readUntil("READY");

      launcher.kill();

      awaitNoneAlive(launcher);
    }
  }
}
