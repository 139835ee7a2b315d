package io.quantumexecutor.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quantumexecutor.job.IdentityKey;
import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.job.Payloads.Part;
import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.job.TraceContext;
import io.quantumexecutor.local.Azurite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class StorageTroubleIT {
  private static final JobKey KEY = new TestJobs(new Owner("secretowner")).key();

  @Test
  void setup_twice_isFine() {
    StorageSetup setup =
        StorageClients.fromConnectionString(SharedAzurite.connectionString(), line -> {}).setup();

    setup.createMissing();
    setup.createMissing();

    assertThat(
            StorageClients.fromConnectionString(SharedAzurite.connectionString(), line -> {})
                .jobs()
                .find(KEY))
        .isEqualTo(Optional.empty());
  }

  @Test
  @Timeout(value = 40, unit = TimeUnit.SECONDS)
  void everyPort_nobodyListens_isTroubleSoonAndTellsNoAddress() throws IOException {
    String nowhere = "http://127.0.0.1:" + unusedPort() + "/account";
    StorageClients clients =
        StorageClients.fromConnectionString(
            "DefaultEndpointsProtocol=http;AccountName=account;AccountKey="
                + Azurite.ACCOUNT_KEY
                + ";BlobEndpoint="
                + nowhere
                + ";QueueEndpoint="
                + nowhere
                + ";TableEndpoint="
                + nowhere
                + ";",
            line -> {});

    assertTrouble(() -> clients.jobs().find(KEY));
    assertTrouble(() -> clients.activeJobs().remove(new IdentityKey("partition"), KEY.id()));
    assertTrouble(() -> clients.payloads().write(KEY, Part.RAW, new byte[1]));
    assertTrouble(() -> clients.dispatchQueue(new TraceContext()).send(KEY));
  }

  @Test
  void jobs_tableIsMissing_isTroubleNotAbsence() {
    Rows missing = SharedAzurite.account().table("nosuchtable");

    assertTrouble(() -> missing.get("p", "k"));
    assertTrouble(() -> missing.insert(TableRow.of("p", "k", Map.of())));
    assertTrouble(() -> SharedAzurite.account().container("no-such-container").read("b"));
  }

  private static void assertTrouble(ThrowingCallable call) {
    assertThatExceptionOfType(StorageTroubleException.class)
        .isThrownBy(call)
        .satisfies(
            trouble ->
                assertThat(trouble.getMessage())
                    .doesNotContain("127.0.0.1", "secretowner", KEY.id().toString(), "sig="));
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
