package io.quantumexecutor.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quantumexecutor.storage.Blobs;
import io.quantumexecutor.storage.Messages;
import io.quantumexecutor.storage.Rows;
import io.quantumexecutor.storage.StorageAccount;
import io.quantumexecutor.storage.StorageSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the templates under infra against the code they deploy. Plain text: no compiler needed. */
final class InfraTest {
  private static final Path INFRA = Path.of("infra");
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  static Stream<Path> templates() {
    return files(INFRA, path -> path.toString().endsWith(".bicep"));
  }

  @Test
  void functionApp_settingWithoutDefault_isSet() {
    IllegalStateException refusal =
        catchThrowableOfType(IllegalStateException.class, () -> Settings.from(Map.of()));
    List<String> required = firstGroups(Pattern.compile("(\\w+) is missing"), refusal.getMessage());

    assertThat(required).contains("HMAC_KEY", "AzureWebJobsStorage__queueServiceUri");
    assertThat(settings()).containsAll(required);
  }

  @Test
  void functionApp_settingNamedInATrigger_isSet() {
    List<String> named = firstGroups(Pattern.compile("\"%(\\w+)%\""), functions());

    assertThat(named).contains("POLL_SCHEDULE");
    assertThat(settings()).containsAll(named);
  }

  @Test
  void functionApp_identity_isNamedForHostVaultAndOurOwnCredential() {
    assertThat(settings())
        .contains(
            "AzureWebJobsStorage__credential",
            "AzureWebJobsStorage__clientId",
            "MANAGED_IDENTITY_CLIENT_ID",
            "CREDENTIAL_KEYSET");
    assertThat(module("functionApp")).contains("keyVaultReferenceIdentity: identity.id");
  }

  @Test
  void storage_whatTheCodeCreates_isCreatedAndNothingElseButThePackages() {
    NamesCreated names = new NamesCreated();
    new StorageSetup(names).createMissing();

    assertThat(list("tableNames", module("storage"))).hasSameElementsAs(names.tables);
    assertThat(list("containerNames", module("storage"))).hasSameElementsAs(names.containers);
    assertThat(list("queueNames", module("storage"))).hasSameElementsAs(names.queues);
    assertThat(module("storage")).contains("\n  packageContainerName\n");
  }

  @Test
  void storage_queueOfATrigger_isCreatedWithItsPoisonQueue() {
    List<String> queues = firstGroups(Pattern.compile("queueName = \"([^\"]+)\""), functions());

    assertThat(queues).contains("quantum-jobs");
    assertThat(list("queueNames", module("storage"))).containsAll(queues);
    assertThat(list("queueNames", module("storage")))
        .containsAll(
            queues.stream()
                .filter(queue -> !queue.endsWith("-poison"))
                .map(queue -> queue + "-poison")
                .toList());
  }

  @Test
  void storage_productsAccount_refusesSharedKeys() {
    assertThat(module("storage")).contains("allowSharedKeyAccess: false");
  }

  @Test
  void alerts_functionOnAPoisonQueue_isCounted() {
    Pattern function =
        Pattern.compile("@FunctionName\\(\"(\\w+)\"\\)[^@]*?@QueueTrigger\\([^)]*-poison\"");

    assertThat(firstGroups(function, functions()))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("HandlePoison"));
    assertThat(module("alerts")).contains("OperationName startswith \"HandlePoison\"");
  }

  @Test
  void authSettings_pagesBeforeSigningIn_areExcluded() {
    assertThat(list("excludedPaths", module("authSettings")))
        .containsExactlyInAnyOrder(
            "/api/health", "/api/openapi.json", "/api/console", "/api/console/*");
  }

  @Test
  void hooks_valuesInTheVault_areThoseTheAppRefersTo() {
    List<String> names = firstGroups(Pattern.compile("SecretName=([\\w-]+)"), everyTemplate());

    assertThat(names).containsExactlyInAnyOrder("credential-keyset", "hmac-key");
    for (String script : List.of("keyset.sh", "keyset.ps1")) {
      assertThat(read(INFRA.resolve("hooks").resolve(script)))
          .as(script)
          .contains(names)
          .contains("type.googleapis.com/google.crypto.tink.AesGcmKey");
    }
    assertThat(read(Path.of("azure.yaml"))).contains("keyset.sh", "keyset.ps1");
  }

  @Test
  void hooks_variableOfTheTemplate_isAnOutput() {
    List<String> outputs =
        firstGroups(Pattern.compile("(?m)^output (\\w+) "), read(INFRA.resolve("main.bicep")));
    List<String> read =
        firstGroups(
            Pattern.compile("\\$\\{([a-z]\\w+):\\?"), read(INFRA.resolve("hooks/keyset.sh")));

    assertThat(read).isNotEmpty();
    assertThat(outputs).containsAll(read);
  }

  @Test
  void roles_ids_areInOneMapAndEachIsUsed() {
    String map = read(INFRA.resolve("roles.json"));
    String templates = everyTemplate();

    assertThat(ID.matcher(templates).results()).isEmpty();
    assertThat(map)
        .contains("\"quantumWorkspaceDataContributor\": \"c1410b24-3e69-4857-8f86-4d0a2e603250\"");
    assertThat(firstGroups(Pattern.compile("\"(\\w+)\":"), map))
        .isNotEmpty()
        .allMatch(role -> templates.contains("roles." + role));
    assertThat(
            firstGroups(Pattern.compile("\\broles\\.(\\w+)"), templates.replace("roles.json", "")))
        .allMatch(role -> role.equals("bicep") || map.contains('"' + role + '"'));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void template_keysAndOutputs_showNothingSecret(Path template) {
    String text = read(template);

    assertThat(text).doesNotContainPattern("(?i)list(Keys|AccountSas|ServiceSas|Secrets)\\b");
    assertThat(firstGroups(Pattern.compile("(?m)^(output .*)$"), text))
        .noneMatch(
            line -> Pattern.compile("(?i)key|secret|connectionstring|sas\\b").matcher(line).find());
  }

  @ParameterizedTest
  @MethodSource("templates")
  void template_declaration_isDescribedAndUsed(Path template) {
    String text = read(template);

    for (MatchResult param : matches("(?m)^param (\\w+) ", text)) {
      assertThat(textBefore(param, text))
          .as("what is said of " + param.group(1))
          .containsPattern("@description\\('(Required|Optional)\\. ");
    }
    for (MatchResult output : matches("(?m)^output (\\w+) ", text)) {
      assertThat(textBefore(output, text)).as(output.group(1)).contains("@description('");
    }
    String values = text.replaceAll("(?m)^ +\\w+: ", "");
    for (MatchResult named : matches("(?m)^(?:param|var) (\\w+) ", values)) {
      assertThat(matches("\\b" + named.group(1) + "\\b", values.substring(named.end())))
          .as("uses of " + named.group(1))
          .isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void template_addressOfACloud_isAskedFor(Path template) {
    assertThat(read(template))
        .doesNotContain("core.windows.net", "vault.azure.net", "login.microsoftonline.com")
        .doesNotContain("management.azure.com");
  }

  /** What stands between the blank line before a declaration and the declaration. */
  private static String textBefore(MatchResult declaration, String text) {
    String before = text.substring(0, declaration.start());
    return before.substring(before.lastIndexOf("\n\n") + 1);
  }

  private static List<String> settings() {
    return firstGroups(Pattern.compile("(?m)^      (\\w+): "), module("functionApp"));
  }

  private static List<String> list(String name, String text) {
    MatchResult list = matches("\\b" + name + "(?: =|:) \\[([^\\]]*)\\]", text).get(0);
    return firstGroups(Pattern.compile("'([^']+)'"), list.group(1));
  }

  private static String module(String name) {
    return read(INFRA.resolve("modules").resolve(name + ".bicep"));
  }

  private static String everyTemplate() {
    return String.join("\n", templates().map(InfraTest::read).toList());
  }

  private static String functions() {
    Path sources = Path.of("src/main/java/io/quantumexecutor/function");
    return String.join("\n", files(sources, Files::isRegularFile).map(InfraTest::read).toList());
  }

  private static List<String> firstGroups(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }

  private static List<MatchResult> matches(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().toList();
  }

  private static Stream<Path> files(Path folder, Predicate<Path> wanted) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(wanted).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Remembers what is created and creates nothing. */
  private static final class NamesCreated implements StorageAccount {
    private final List<String> tables = new ArrayList<>();
    private final List<String> containers = new ArrayList<>();
    private final List<String> queues = new ArrayList<>();

    @Override
    public Rows table(String name) {
      throw new UnsupportedOperationException(name);
    }

    @Override
    public Blobs container(String name) {
      throw new UnsupportedOperationException(name);
    }

    @Override
    public Messages queue(String name) {
      throw new UnsupportedOperationException(name);
    }

    @Override
    public void createTable(String name) {
      tables.add(name);
    }

    @Override
    public void createContainer(String name) {
      containers.add(name);
    }

    @Override
    public void createQueue(String name) {
      queues.add(name);
    }
  }
}
