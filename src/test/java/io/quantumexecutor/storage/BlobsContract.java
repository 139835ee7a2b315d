package io.quantumexecutor.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What every container must do. */
abstract class BlobsContract {
  private static final byte[] FIRST = {1};
  private static final byte[] SECOND = {2, 0, -1};

  private Blobs blobs;
  private String name;

  /** An account with everything made. */
  abstract StorageAccount account();

  @BeforeEach
  void openContainer(TestInfo test) {
    blobs = account().container("results");
    name = TestJobs.ownerOf(test) + "/id/result.json";
  }

  @Test
  void read_nothingThere_isEmpty() {
    assertThat(blobs.read(name)).isEmpty();
  }

  @Test
  void write_twice_keepsTheLast() {
    blobs.write(name, FIRST);
    blobs.write(name, SECOND);

    assertThat(blobs.read(name)).contains(SECOND);
  }

  @Test
  void create_twice_keepsTheFirst() {
    assertThat(blobs.create(name, FIRST)).isTrue();
    assertThat(blobs.create(name, SECOND)).isFalse();

    assertThat(blobs.read(name)).contains(FIRST);
  }

  @Test
  void write_empty_isAnEmptyBlob() {
    blobs.write(name, new byte[0]);

    assertThat(blobs.read(name).orElseThrow()).isEmpty();
  }

  @Test
  void write_tenMegabytes_comeBackWhole() {
    byte[] large = new byte[10_000_000];
    new SplittableRandom(1).nextBytes(large);

    blobs.write(name, large);

    assertThat(Arrays.equals(blobs.read(name).orElseThrow(), large)).isTrue();
  }

  @Test
  void delete_twice_isFine() {
    blobs.write(name, FIRST);

    blobs.delete(name);
    blobs.delete(name);

    assertThat(blobs.read(name)).isEmpty();
    assertThat(blobs.create(name, SECOND)).isTrue();
  }
}
