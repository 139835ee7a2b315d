package io.quantumexecutor.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the keyset hook against a stand-in for the Azure CLI whose vault is a folder. */
@Timeout(60)
final class KeysetHookIT {
  private static final String AZ =
      """
      #!/bin/sh
      echo "$*" >>"$FAKE/calls"
      case "$1 $2 $3" in
        'keyvault secret list')
          if [ -s "$FAKE/denials" ]; then
            sed -i 1d "$FAKE/denials"
            echo Forbidden >&2
            exit 1
          fi
          ls "$FAKE/vault" ;;
        'keyvault secret set')
          while [ "$#" -gt 1 ]; do
            case "$1" in
              --name) name=$2 ;;
              --file) file=$2 ;;
            esac
            shift
          done
          cp "$file" "$FAKE/vault/$name" ;;
      esac
      """;

  @TempDir private Path folder;

  @BeforeEach
  void installCli() throws IOException {
    Files.createDirectories(folder.resolve("vault"));
    Path cli = Files.writeString(Files.createDirectory(folder.resolve("bin")).resolve("az"), AZ);
    Files.setPosixFilePermissions(cli, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void hook_emptyVault_makesAKeysetThatTinkReads() throws Exception {
    assertThat(run(Map.of())).isZero();

    JsonNode keyset = new ObjectMapper().readTree(secret("credential-keyset"));
    JsonNode key = keyset.path("key").path(0);
    byte[] value = Base64.getDecoder().decode(key.path("keyData").path("value").textValue());
    assertThat(keyset.path("key")).hasSize(1);
    assertThat(keyset.path("primaryKeyId")).isEqualTo(key.path("keyId"));
    assertThat(key.path("keyId").longValue()).isBetween(0L, (1L << 32) - 1);
    assertThat(key.path("status").textValue()).isEqualTo("ENABLED");
    assertThat(key.path("outputPrefixType").textValue()).isEqualTo("TINK");
    assertThat(key.path("keyData").path("typeUrl").textValue())
        .isEqualTo("type.googleapis.com/google.crypto.tink.AesGcmKey");
    assertThat(key.path("keyData").path("keyMaterialType").textValue()).isEqualTo("SYMMETRIC");
    assertThat(value).hasSize(34).startsWith(0x1A, 32);
    assertThat(Arrays.copyOfRange(value, 2, 34)).isNotEqualTo(new byte[32]);
  }

  @Test
  void hook_emptyVault_makesAnHmacKeyOf32Bytes() throws Exception {
    assertThat(run(Map.of())).isZero();

    assertThat(Base64.getDecoder().decode(secret("hmac-key"))).hasSize(32);
  }

  @Test
  void hook_runAgain_changesNothing() throws Exception {
    assertThat(run(Map.of())).isZero();
    List<String> first = List.of(secret("credential-keyset"), secret("hmac-key"));

    assertThat(run(Map.of())).isZero();

    assertThat(List.of(secret("credential-keyset"), secret("hmac-key"))).isEqualTo(first);
    assertThat(calls("keyvault secret set")).hasSize(2);
  }

  @Test
  void hook_twoVaults_getDifferentKeys() throws Exception {
    assertThat(run(Map.of())).isZero();
    String first = secret("credential-keyset");
    Files.delete(folder.resolve("vault/credential-keyset"));

    assertThat(run(Map.of())).isZero();

    assertThat(secret("credential-keyset")).isNotEqualTo(first);
  }

  @Test
  void hook_keysetThereButNoHmacKey_makesOnlyTheMissingOne() throws Exception {
    Files.writeString(folder.resolve("vault/credential-keyset"), "kept");

    assertThat(run(Map.of())).isZero();

    assertThat(secret("credential-keyset")).isEqualTo("kept");
    assertThat(secret("hmac-key")).isNotEmpty();
  }

  @Test
  void hook_roleNotYetInForce_waits() throws Exception {
    Files.writeString(folder.resolve("denials"), "x\nx\n");

    assertThat(run(Map.of("KEYSET_PAUSE_SECONDS", "0"))).isZero();

    assertThat(calls("keyvault secret list")).hasSize(3);
    assertThat(secret("credential-keyset")).isNotEmpty();
  }

  @Test
  void hook_noRole_failsNamingItAndWritesNothing() throws Exception {
    Files.writeString(folder.resolve("denials"), "x\nx\nx\n");

    assertThat(run(Map.of("KEYSET_PAUSE_SECONDS", "0", "KEYSET_ATTEMPTS", "2"))).isNotZero();

    assertThat(Files.readString(folder.resolve("output"))).contains("Key Vault Secrets Officer");
    assertThat(calls("keyvault secret set")).isEmpty();
  }

  @Test
  void hook_done_hasTheAppReadItsReferencesAndShowsNoValue() throws Exception {
    assertThat(run(Map.of())).isZero();

    assertThat(calls("rest --method post"))
        .singleElement()
        .asString()
        .contains("/sites/app/config/configreferences/appsettings/refresh");
    String shown =
        Files.readString(folder.resolve("calls")) + Files.readString(folder.resolve("output"));
    assertThat(shown).doesNotContain(secret("hmac-key"), "primaryKeyId");
    try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void hook_vaultNotNamed_failsSayingSo() throws Exception {
    assertThat(run(Map.of("vaultName", ""))).isNotZero();

    assertThat(Files.readString(folder.resolve("output"))).contains("vaultName");
  }

  private String secret(String name) throws IOException {
    return Files.readString(folder.resolve("vault").resolve(name));
  }

  private List<String> calls(String start) throws IOException {
    return Files.readAllLines(folder.resolve("calls")).stream()
        .filter(call -> call.startsWith(start))
        .toList();
  }

  private int run(Map<String, String> variables) throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>();
    environment.put("FAKE", folder.toString());
    environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    environment.put("TMPDIR", Files.createDirectories(folder.resolve("tmp")).toString());
    environment.put("vaultName", "vault");
    environment.put("functionAppId", "/subscriptions/s/resourceGroups/g/sites/app");
    environment.put("AZURE_SUBSCRIPTION_ID", "s");
    environment.putAll(variables);
    ProcessBuilder hook = new ProcessBuilder("sh", "infra/hooks/keyset.sh");
    hook.environment().putAll(environment);
    hook.redirectErrorStream(true).redirectOutput(folder.resolve("output").toFile());
    return hook.start().waitFor();
  }
}
