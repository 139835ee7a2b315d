package io.quantumexecutor.quantum;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.job.JobId;
import io.quantumexecutor.workspace.QuantumWorkspace.NewProviderJob;
import io.quantumexecutor.workspace.QuantumWorkspace.ProviderJob;
import io.quantumexecutor.workspace.QuantumWorkspace.ProviderPage;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jobs as Azure Quantum writes them (REST specification 2026-01-15-preview, JobDetails). */
final class JobJson {
  private static final int MAX_NAME = 128;
  private static final int MAX_ERROR = 4_000;

  private JobJson() {}

  /** What to create; the id travels in the address. */
  static ObjectNode write(NewProviderJob job) {
    ObjectNode json = ServiceJson.MAPPER.createObjectNode();
    json.put("itemType", "Job");
    json.put("name", name(job));
    json.put("containerUri", job.input().container().toString());
    json.put("inputDataFormat", job.format().input());
    json.put("outputDataFormat", job.format().output());
    json.put("inputDataUri", job.input().input().toString());
    json.put("providerId", job.provider());
    json.put("target", job.target());
    json.set("inputParams", ServiceJson.MAPPER.valueToTree(job.inputParams()));
    if (job.priority() != null) {
      json.put("priority", job.priority());
    }
    if (!job.tags().isEmpty()) {
      ArrayNode tags = json.putArray("tags");
      job.tags().forEach(tags::add);
    }
    return json;
  }

  /** A job; empty without a readable id and status. */
  static Optional<ProviderJob> read(JsonNode json) {
    String status = ServiceJson.text(json, "status");
    return status == null
        ? Optional.empty()
        : JobId.parse(json.path("id").asText("")).map(id -> read(json, id, status));
  }

  /** The readable jobs of a page; empty if it is no page. Other clients' ids may be anything. */
  static Optional<ProviderPage> readPage(JsonNode page) {
    if (!page.path("value").isArray()) {
      return Optional.empty();
    }
    List<ProviderJob> jobs = new ArrayList<>();
    page.path("value").forEach(json -> read(json).ifPresent(jobs::add));
    return Optional.of(new ProviderPage(jobs, ServiceJson.text(page, "nextLink") == null));
  }

  private static ProviderJob read(JsonNode json, JobId id, String status) {
    JsonNode error = json.path("errorData");
    JsonNode cost = json.path("costEstimate");
    return new ProviderJob(
        id,
        status,
        address(ServiceJson.text(json, "outputDataUri")),
        ServiceJson.text(error, "code"),
        errorMessage(error),
        instant(ServiceJson.text(json, "creationTime")),
        cost.isObject() ? cost.toString() : null);
  }

  private static @Nullable String errorMessage(JsonNode error) {
    String message = ServiceJson.text(error, "message");
    return message == null ? null : Redaction.line(message, MAX_ERROR);
  }

  private static String name(NewProviderJob job) {
    String name = Redaction.line(job.name(), MAX_NAME);
    return name.isEmpty() ? "job-" + job.id() : name;
  }

  private static @Nullable URI address(@Nullable String text) {
    try {
      return text == null ? null : new URI(text);
    } catch (URISyntaxException unreadable) {
      return null;
    }
  }

  private static @Nullable Instant instant(@Nullable String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      return null;
    }
  }
}
