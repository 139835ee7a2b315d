package io.quantumexecutor.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.job.JobKey;
import io.quantumexecutor.job.Payloads;
import io.quantumexecutor.job.Payloads.Part;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What the large parts of a job must do on any storage. */
abstract class PayloadsContract {
  private static final byte[] FIRST = {1};
  private static final byte[] SECOND = {2};

  private StorageAccount account;
  private Payloads payloads;
  private JobKey key;

  /** An account with everything made. */
  abstract StorageAccount account();

  @BeforeEach
  void openContainer(TestInfo test) {
    account = account();
    payloads = new StorageClients(account, TestJobs.writeIds(), line -> {}).payloads();
    key = new TestJobs(TestJobs.ownerOf(test)).key();
  }

  @Test
  void write_eachPart_hasItsOwnDocumentedBlob() {
    payloads.write(key, Part.RAW, FIRST);
    payloads.write(key, Part.RESULT, SECOND);

    assertThat(payloads.read(key, Part.RAW)).contains(FIRST);
    assertThat(payloads.read(key, Part.RESULT)).contains(SECOND);
    assertThat(payloads.read(key, Part.SUBMITTED)).isEmpty();
    assertThat(account.container("results").read(key.owner() + "/" + key.id() + "/result.json"))
        .contains(SECOND);
  }

  @Test
  void writeOnce_second_givesWhatTheFirstWrote() {
    assertThat(payloads.writeOnce(key, Part.SUBMITTED, FIRST)).isEqualTo(FIRST);
    assertThat(payloads.writeOnce(key, Part.SUBMITTED, SECOND)).isEqualTo(FIRST);
    assertThat(payloads.read(key, Part.SUBMITTED)).contains(FIRST);
  }
}
