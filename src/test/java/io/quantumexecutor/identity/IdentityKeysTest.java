package io.quantumexecutor.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantumexecutor.workspace.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityKeysTest {
  private static final Workspace WORK =
      new Workspace("00000000-0000-0000-0000-000000000001", "group", "work");
  private static final Workspace OTHER =
      new Workspace("00000000-0000-0000-0000-000000000001", "group", "other");

  private final IdentityKeys keys = new IdentityKeys(new byte[32]);

  @Test
  void of_anyPartDifferent_isAnotherKey() {
    List<Identity> different =
        List.of(
            new Identity("authority", "tenant", "client", "secret", WORK),
            new Identity("other", "tenant", "client", "secret", WORK),
            new Identity("authority", "other", "client", "secret", WORK),
            new Identity("authority", "tenant", "other", "secret", WORK),
            new Identity("authority", "tenant", "client", "other", WORK),
            new Identity("authority", "tenant", "client", "Secret", WORK),
            new Identity("authority", "tenant", "client", "secret", OTHER),
            new Identity("authority", "tenant", "client", "", WORK),
            new Identity("authority", "tenant", "client", null, WORK),
            new Identity("authority", "tenantc", "lient", "secret", WORK),
            Identity.managed(null, WORK),
            Identity.managed("client", WORK));

    assertThat(different.stream().map(keys::of)).doesNotHaveDuplicates();
  }

  @Test
  void of_idsInAnotherCase_isTheSameKey() {
    Workspace shouting = new Workspace("00000000-0000-0000-0000-000000000001", "GROUP", "WORK");

    assertThat(keys.of(new Identity("Authority", "TENANT", "Client", "s", shouting)))
        .isEqualTo(keys.of(new Identity("authority", "tenant", "client", "s", WORK)));
  }

  @Test
  void of_anyIdentity_isSafeAsPartitionKeyAndDependsOnTheKey() {
    String key = keys.of(Identity.managed(null, WORK));

    assertThat(key).matches("[0-9a-f]{64}");
    byte[] another = new byte[32];
    another[0] = 1;
    assertThat(new IdentityKeys(another).of(Identity.managed(null, WORK))).isNotEqualTo(key);
  }

  @Test
  void identity_asText_hidesTheSecret() {
    assertThat(new Identity("authority", "tenant", "client", "hush", WORK).toString())
        .doesNotContain("hush");
  }

  @Test
  void keys_tooShort_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IdentityKeys(new byte[31]))
        .withMessageContaining("32");
  }
}
