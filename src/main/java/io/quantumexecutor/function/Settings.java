package io.quantumexecutor.function;

import io.quantumexecutor.api.CallerPolicy;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.job.Owner;
import io.quantumexecutor.lifecycle.JobTiming;
import io.quantumexecutor.quantum.BlobHosts;
import io.quantumexecutor.quantum.QuantumEndpoint;
import io.quantumexecutor.workspace.Location;
import io.quantumexecutor.workspace.Workspace;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The configuration, read once from the environment.
 *
 * @param storage where tables, blobs and queues are
 * @param endpoint the configured workspace and where it answers
 * @param blobHosts storage hosts that programs and outputs may be exchanged with
 * @param identityClientId client id of our user-assigned managed identity; null for the
 *     system-assigned one
 * @param hmacKey key of all keyed hashes
 * @param limits what submissions may be
 * @param timing how soon a job is taken up again after its handler died, and how long it is kept
 * @param owners what callers may do, and how often
 * @param access which identities callers may use
 * @param callbackTestHosts {@code host:port}s that callbacks may reach although not public
 */
record Settings(
    StorageSettings storage,
    QuantumEndpoint endpoint,
    BlobHosts blobHosts,
    @Nullable String identityClientId,
    HmacKey hmacKey,
    Limits limits,
    JobTiming timing,
    Owners owners,
    AccessSettings access,
    Set<String> callbackTestHosts) {

  /** Reached by a connection string, or by a managed identity at three addresses. */
  record StorageSettings(
      @Nullable String connectionString,
      @Nullable URI blob,
      @Nullable URI queue,
      @Nullable URI table) {
    @Override
    public String toString() {
      return "StorageSettings[" + blob + "]";
    }
  }

  /** Bytes that never show. */
  static final class HmacKey {
    private final byte[] bytes;

    private HmacKey(byte[] bytes) {
      this.bytes = bytes;
    }

    byte[] bytes() {
      return bytes.clone();
    }
  }

  /**
   * What submissions may be.
   *
   * @param holdHours how long a job is kept while its target is unavailable
   * @param dropOwner who owns jobs that come as messages
   */
  record Limits(
      int maxBodyBytes,
      int holdHours,
      int maxOutputBytes,
      Owner dropOwner,
      CircuitLimits circuit) {}

  /**
   * Who may do what, and how often.
   *
   * @param requestsPerMinute of one owner, in each instance
   * @param activeJobs unfinished jobs of one owner
   */
  record Owners(CallerPolicy callers, int requestsPerMinute, int activeJobs) {}

  /**
   * Reads the settings.
   *
   * @throws IllegalStateException naming every missing or malformed one
   */
  static Settings from(Map<String, String> environment) {
    EnvironmentReader reader = new EnvironmentReader(environment);
    StorageSettings storage = storage(reader);
    Optional<Workspace> workspace =
        reader.required("QUANTUM_WORKSPACE_RESOURCE_ID", Workspace::parse);
    Optional<Location> location = reader.required("QUANTUM_WORKSPACE_LOCATION", Location::parse);
    Optional<URI> endpoint = reader.optional("QUANTUM_ENDPOINT", URI::create);
    List<String> listed =
        reader
            .optional("QUANTUM_STORAGE_HOSTS", text -> List.of(text.split(",")))
            .orElse(List.of());
    Optional<HmacKey> key = reader.required("HMAC_KEY", Settings::hmacKey);
    Limits limits = limits(reader);
    JobTiming timing = timing(reader);
    Owners owners = owners(reader);
    AccessSettings access = AccessSettings.from(reader);
    Set<String> testHosts =
        reader.optional("CALLBACK_TEST_HOSTS", text -> Set.of(text.split(","))).orElse(Set.of());
    String clientId = reader.optional("MANAGED_IDENTITY_CLIENT_ID", text -> text).orElse(null);
    reader.throwIfWrong();
    Workspace known = workspace.orElseThrow();
    return new Settings(
        storage,
        endpoint
            .map(base -> new QuantumEndpoint(base, known))
            .orElseGet(() -> QuantumEndpoint.in(location.orElseThrow(), known)),
        new BlobHosts(BlobHosts.AZURE.suffixes(), listed),
        clientId,
        key.orElseThrow(),
        limits,
        timing,
        owners,
        access,
        testHosts);
  }

  private static StorageSettings storage(EnvironmentReader reader) {
    Optional<String> connection = reader.optional("AzureWebJobsStorage", text -> text);
    if (connection.isPresent()) {
      return new StorageSettings(connection.get(), null, null, null);
    }
    return new StorageSettings(
        null,
        reader.required("AzureWebJobsStorage__blobServiceUri", URI::create).orElse(null),
        reader.required("AzureWebJobsStorage__queueServiceUri", URI::create).orElse(null),
        reader.required("AzureWebJobsStorage__tableServiceUri", URI::create).orElse(null));
  }

  private static Limits limits(EnvironmentReader reader) {
    CircuitLimits defaults = CircuitLimits.DEFAULT;
    int body = reader.positive("MAX_BODY_BYTES", 5 << 20);
    return new Limits(
        body,
        reader.positive("HOLD_HOURS", 168),
        reader.positive("MAX_OUTPUT_BYTES", 64 << 20),
        reader.optional("DROP_OWNER", Owner::new).orElse(new Owner("single")),
        new CircuitLimits(
            body,
            reader.positive("MAX_PROGRAM_NESTING", defaults.nesting()),
            reader.positive("MAX_PROGRAM_OPERATIONS", defaults.operations()),
            reader.positive("MAX_PROGRAM_QUBITS", defaults.qubits()),
            reader.positive("MAX_PROGRAM_BITS", defaults.bits()),
            reader.positive("MAX_PROGRAM_PARAMETERS", defaults.parameters()),
            reader.positive("MAX_PROGRAM_STEPS", defaults.steps()),
            reader.positive("MAX_TRANSLATED_CHARS", defaults.writtenChars())));
  }

  private static JobTiming timing(EnvironmentReader reader) {
    return new JobTiming(
        reader.seconds("CLAIM_SECONDS", JobTiming.DEFAULT.claim()),
        reader.seconds("FIRST_RESEND_SECONDS", JobTiming.DEFAULT.firstResend()),
        Duration.ofDays(reader.positive("RETENTION_DAYS", 90)));
  }

  private static Owners owners(EnvironmentReader reader) {
    CallerPolicy defaults = CallerPolicy.SINGLE_OWNER;
    CallerPolicy callers =
        new CallerPolicy(
            reader.optional("WEBSITE_AUTH_ENABLED", Boolean::parseBoolean).orElse(false),
            reader.optional("REQUIRE_SIGN_IN", EnvironmentReader::flag).orElse(false),
            reader.optional("ADMIN_ROLE", text -> text).orElse(defaults.adminRole()),
            reader.optional("INTEGRATION_ROLE", text -> text).orElse(null),
            reader
                .optional("INTEGRATION_REFUSAL", text -> text)
                .orElse(defaults.integrationRefusal()));
    return new Owners(
        callers,
        reader.positive("REQUESTS_PER_MINUTE", 600),
        reader.positive("MAX_ACTIVE_JOBS", 10_000));
  }

  private static HmacKey hmacKey(String base64) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    if (bytes.length < 32) {
      throw new IllegalArgumentException("needs at least 32 bytes");
    }
    return new HmacKey(bytes);
  }
}
