package io.quantumexecutor.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.workspace.Access;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CredentialSealTest {
  private static final JobId JOB = new JobId(new UUID(0x7000, 1));
  private static final Access.ServicePrincipal THEIRS = Keysets.principal("their-secret~1");

  private final KeysetHandle first = Keysets.generate();
  private final CredentialSeal seal = new CredentialSeal(Keysets.json(first));

  @Test
  void open_ofTheSameJob_givesWhatWasSealed() {
    byte[] sealed = seal.seal(JOB, THEIRS);

    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(THEIRS.secret());
    assertThat(seal.open(JOB, sealed)).contains(THEIRS);
  }

  @Test
  void open_ofAnotherJob_givesNothing() {
    assertThat(seal.open(new JobId(new UUID(0x7000, 2)), seal.seal(JOB, THEIRS))).isEmpty();
  }

  @Test
  void open_afterRotation_stillWorksAndNewSealsUseTheNewKey() {
    byte[] before = seal.seal(JOB, THEIRS);
    CredentialSeal rotated = new CredentialSeal(Keysets.json(Keysets.rotated(first)));

    assertThat(rotated.open(JOB, before)).contains(THEIRS);
    assertThat(seal.open(JOB, rotated.seal(JOB, THEIRS))).isEmpty();
  }

  @Test
  void open_withoutTheKey_givesNothing() {
    CredentialSeal other = new CredentialSeal(Keysets.json(Keysets.generate()));

    assertThat(other.open(JOB, seal.seal(JOB, THEIRS))).isEmpty();
  }

  @Test
  void keyset_thatIsNone_isRefusedWithoutShowingIt() {
    assertThatThrownBy(() -> new CredentialSeal("{\"key\": \"sesame\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .message()
        .doesNotContain("sesame");
  }

  @Test
  void principal_asText_hidesTheSecret() {
    assertThat(THEIRS.toString()).doesNotContain(THEIRS.secret());
  }
}
