package io.quantumexecutor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.azure.data.tables.TableServiceClientBuilder;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.queue.QueueServiceClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("looks at all child processes of this JVM")
final class AzuriteIT {
  @Test
  void start_anyFreePorts_threeServicesAnswer() {
    try (Azurite azurite = Azurite.start(0, 0, 0)) {
      String connection = azurite.connectionString();
      var blobs = new BlobServiceClientBuilder().connectionString(connection).buildClient();
      var queues = new QueueServiceClientBuilder().connectionString(connection).buildClient();
      var tables = new TableServiceClientBuilder().connectionString(connection).buildClient();

      assertThat(blobs.createBlobContainer("box").exists()).isTrue();
      queues.createQueue("line").sendMessage("hello");
      assertThat(queues.getQueueClient("line").receiveMessage().getBody()).hasToString("hello");
      tables.createTable("jobs");
      assertThat(tables.listTables()).extracting("name").containsExactly("jobs");
    }
  }

  @Test
  void start_portTaken_refusesNamingThePort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> Azurite.start(0, taken.getLocalPort(), 0))
          .isInstanceOf(LocalStackException.class)
          .hasMessageContaining("Port " + taken.getLocalPort() + " on 127.0.0.1");
    }
  }

  @Test
  void close_running_processIsGone() {
    List<ProcessHandle> ofOtherTests = ProcessHandle.current().children().toList();
    Azurite azurite = Azurite.start(0, 0, 0);
    List<ProcessHandle> running =
        ProcessHandle.current().children().filter(it -> !ofOtherTests.contains(it)).toList();

    azurite.close();

    assertThat(running).isNotEmpty().noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void main_killedWithoutWarning_azuriteEndsToo() throws IOException {
    Process owner =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                AzuriteOwner.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String endpoint = owner.inputReader().readLine();
    List<ProcessHandle> children = owner.descendants().toList();

    owner.destroyForcibly();

    assertThat(endpoint).startsWith("http://127.0.0.1:");
    assertThat(children).isNotEmpty();
    await().until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
  }
}
