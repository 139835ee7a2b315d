package io.quantumexecutor.quantum;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.identity.CredentialUnavailableException;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenPolicyTest {
  @ParameterizedTest
  @CsvSource({
    "AADSTS7000215, DENIED",
    "AADSTS7000222, DENIED",
    "AADSTS700016, DENIED",
    "AADSTS90002, DENIED",
    "AADSTS90033, TRY_LATER",
    "AADSTS50196, TRY_LATER",
  })
  void trouble_codeOfEntra_isKeptWithoutTheMessage(String code, Kind kind) {
    RuntimeException thrown =
        new IllegalStateException(
            "wrapped",
            new ClientAuthenticationException(code + ": secret 'hush' of app x is wrong", null));

    QuantumException trouble = TokenPolicy.trouble(thrown);

    assertThat(trouble.kind()).isEqualTo(kind);
    assertThat(trouble.code()).isEqualTo(code);
    assertThat(trouble).hasMessageContaining(code).hasNoCause();
    assertThat(trouble.getMessage()).doesNotContain("hush");
  }

  @Test
  void trouble_credentialUnavailable_mayBeTriedLater() {
    QuantumException trouble =
        TokenPolicy.trouble(new CredentialUnavailableException("no endpoint answered"));

    assertThat(trouble.kind()).isEqualTo(Kind.TRY_LATER);
    assertThat(trouble.code()).isEqualTo("token-unavailable");
  }
}
