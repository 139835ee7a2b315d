package io.quantumexecutor.quantum;

import com.azure.core.http.HttpMethod;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.quantum.QuantumService.ServiceRequest;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;
import io.quantumexecutor.workspace.QuantumWorkspace;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One workspace over REST (specification 2026-01-15-preview). Creating, changing and cancelling are
 * sent once and never repeated; everything else may be.
 */
final class AzureQuantumClient implements QuantumWorkspace {
  private static final String INPUT_BLOB = "inputData";

  /** Every status that is not final, of both kinds of workspaces. */
  private static final String UNFINISHED =
      Stream.of(
              "Queued", "Waiting", "Executing", "CancellationRequested", "Cancelling", "Finishing")
          .map(state -> "State%20eq%20%27" + state + "%27")
          .collect(Collectors.joining("%20or%20", "(", ")%20and%20"));

  private static final Pattern MISSING_CONTAINER =
      Pattern.compile("workspace|resourcegroup|subscription|tenant", Pattern.CASE_INSENSITIVE);

  private static final int MAX_PAGES = 100;

  private final QuantumService service;
  private final BlobTransfers blobs;
  private final InstantSource clock;

  AzureQuantumClient(QuantumService service, BlobTransfers blobs, InstantSource clock) {
    this.service = service;
    this.blobs = blobs;
    this.clock = clock;
  }

  @Override
  public UploadedInput upload(JobId id, byte[] input, String contentType) {
    SignedAddress container = sign("job-" + id, null);
    SignedAddress blob = container.blob(INPUT_BLOB);
    blobs.put(blob, input, contentType);
    return new UploadedInput(container.uri(), blob.withoutSignature());
  }

  @Override
  public ProviderJob create(NewProviderJob job) {
    ServiceRequest request =
        new ServiceRequest("create the job", HttpMethod.PUT, path(job.id()), JobJson.write(job));
    return QuantumService.read(
        request, CallSemantics.AT_MOST_ONCE, service.once(request), reader(job.id()));
  }

  @Override
  public Optional<ProviderJob> find(JobId id) {
    ServiceRequest request = new ServiceRequest("read the job", HttpMethod.GET, path(id), null);
    try {
      return Optional.of(
          QuantumService.read(
              request, CallSemantics.IDEMPOTENT, service.withRetries(request), reader(id)));
    } catch (QuantumException refused) {
      if (refused.httpStatus() == 404 && !isAboutMoreThanTheJob(refused.code())) {
        return Optional.empty();
      }
      // Workspaces come back, and rights to see them do: nothing is lost by waiting.
      throw refused.httpStatus() == 404
          ? new QuantumException(Kind.DENIED, 404, refused.code(), refused.getMessage(), null)
          : refused;
    }
  }

  /**
   * Whether not the job but what it would be in was not found. Azure's codes for that name it, for
   * example {@code WorkspaceNotFound}, {@code ResourceGroupNotFound}, {@code SubscriptionNotFound}.
   */
  private static boolean isAboutMoreThanTheJob(String code) {
    return MISSING_CONTAINER.matcher(code).find();
  }

  @Override
  public ProviderPage list(ListQuery query) {
    String states = query.which() == Which.UNFINISHED ? UNFINISHED : "";
    String options =
        "?filter="
            + states
            + "CreationTime%20ge%20"
            + query.since()
            + "&skip="
            + query.skip()
            + "&top="
            + query.top()
            + "&orderby=CreationTime%20asc";
    ServiceRequest request =
        new ServiceRequest("list the jobs", HttpMethod.GET, "/jobs" + options, null);
    return QuantumService.read(
        request, CallSemantics.IDEMPOTENT, service.withRetries(request), JobJson::readPage);
  }

  @Override
  public void cancel(JobId id) {
    Set<Integer> overOrUnknown = Set.of(400, 404, 409);
    service.once(
        new ServiceRequest(
            "cancel the job", HttpMethod.POST, path(id) + ":cancel", null, overOrUnknown));
  }

  @Override
  public void prioritise(JobId id, String priority) {
    ObjectNode change = ServiceJson.MAPPER.createObjectNode().put("priority", priority);
    service.once(
        new ServiceRequest("change the job", HttpMethod.PATCH, "/jobUpdateOptions/" + id, change));
  }

  @Override
  public Optional<byte[]> output(ProviderJob job) {
    if (job.outputUri() == null) {
      return Optional.empty();
    }
    SignedAddress given = new SignedAddress(job.outputUri());
    BlobTransfers.BlobName name = blobs.nameOf(given);
    if (!given.isUsable(clock.instant())) {
      return blobs.get(sign(name.container(), name.blob()));
    }
    try {
      return blobs.get(given);
    } catch (QuantumException refused) {
      if (refused.httpStatus() != 403) {
        throw refused;
      }
      return blobs.get(sign(name.container(), name.blob()));
    }
  }

  @Override
  public List<TargetStatus> targets() {
    List<TargetStatus> targets = new ArrayList<>();
    String path = "/providerStatus";
    for (int page = 0; page < MAX_PAGES && path != null; page++) {
      ServiceRequest request =
          new ServiceRequest("read the provider status", HttpMethod.GET, path, null);
      JsonNode json =
          QuantumService.read(
              request,
              CallSemantics.IDEMPOTENT,
              service.withRetries(request),
              AzureQuantumClient::page);
      TargetJson.readPage(json).ifPresent(targets::addAll);
      path = service.pathOf(ServiceJson.text(json, "nextLink"));
    }
    return targets;
  }

  private static Optional<JsonNode> page(JsonNode json) {
    return json.path("value").isArray() ? Optional.of(json) : Optional.empty();
  }

  @Override
  public List<Quota> quotas() {
    ServiceRequest request = new ServiceRequest("read the quotas", HttpMethod.GET, "/quotas", null);
    return QuantumService.read(
        request, CallSemantics.IDEMPOTENT, service.withRetries(request), QuotaJson::readPage);
  }

  /** Asks for a signed address; asking for a container creates it. */
  private SignedAddress sign(String container, @Nullable String blob) {
    ObjectNode names = ServiceJson.MAPPER.createObjectNode().put("containerName", container);
    if (blob != null) {
      names.put("blobName", blob);
    }
    ServiceRequest request =
        new ServiceRequest("get a signed address", HttpMethod.POST, "/storage/sasUri", names);
    return QuantumService.read(
        request,
        CallSemantics.IDEMPOTENT,
        service.withRetries(request),
        json -> address(ServiceJson.text(json, "sasUri")));
  }

  private static Optional<SignedAddress> address(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(new SignedAddress(new URI(text)));
    } catch (URISyntaxException unreadable) {
      return Optional.empty();
    }
  }

  private static Function<JsonNode, Optional<ProviderJob>> reader(JobId id) {
    return json -> JobJson.read(json).filter(job -> job.id().equals(id));
  }

  private static String path(JobId id) {
    return "/jobs/" + id;
  }
}
