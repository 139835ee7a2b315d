package io.quantumexecutor.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.api.request.AccessProblems;
import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.request.InvalidRequestException;
import io.quantumexecutor.api.request.NotedProblems;
import io.quantumexecutor.api.view.ApiJson;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.api.view.BackendViews;
import io.quantumexecutor.api.view.ProblemDocument;
import io.quantumexecutor.api.view.ProblemType;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.lifecycle.accept.ListBackends;
import io.quantumexecutor.lifecycle.accept.ListBackends.Backend;
import io.quantumexecutor.lifecycle.accept.ListBackends.Listing;
import io.quantumexecutor.workspace.Access;
import io.quantumexecutor.workspace.AccessDeniedException;
import io.quantumexecutor.workspace.Location;
import io.quantumexecutor.workspace.Workspace;
import io.quantumexecutor.workspace.WorkspaceAccess;
import io.quantumexecutor.workspace.WorkspaceStatus.Snapshot;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/backends}: every target, what it takes, costs and is doing now. */
public final class BackendsApi {
  /** {@code code} is the platform's own, a function key. */
  private static final Set<String> KNOWN =
      Set.of("kind", "provider", "name", "resource_id", "location", "code");

  private static final List<String> KINDS = List.of("simulator", "hardware");

  private final ListBackends backends;
  private final WorkspaceAccess access;
  private final InstantSource clock;
  private final Admission admission;

  public BackendsApi(
      ListBackends backends, WorkspaceAccess access, InstantSource clock, Admission admission) {
    this.backends = backends;
    this.access = access;
    this.clock = clock;
    this.admission = admission;
  }

  /** All targets, or those of a {@code kind} or {@code provider}, or the one of a {@code name}. */
  public ApiResponse list(ApiRequest request) {
    return admission.admit(request, caller -> answer(request));
  }

  private ApiResponse answer(ApiRequest request) {
    Map<String, String> query = request.query();
    Listing listing = listing(query);
    refuseBad(query, listing);
    List<Backend> shown =
        listing.backends().stream()
            .filter(it -> fits(query.get("kind"), BackendViews.kind(it.target())))
            .filter(it -> fits(query.get("provider"), it.target().provider()))
            .filter(it -> fits(query.get("name"), it.target().name()))
            .toList();
    if (shown.isEmpty() && query.containsKey("name")) {
      return noSuchBackend(query.get("name"), request);
    }
    return ApiResponse.json(200, view(listing.snapshot(), shown));
  }

  /** Of the configured workspace, or of a private one as our managed identity sees it. */
  private Listing listing(Map<String, String> query) {
    String resourceId = query.get("resource_id");
    if (resourceId == null) {
      return backends.list();
    }
    Map<String, String> places = Map.of("resource_id", "?resource_id", "location", "?location");
    try {
      Access asked = new Access.ManagedIdentity(workspace(resourceId), location(query));
      return backends.list(access.status(asked).snapshot());
    } catch (AccessDeniedException e) {
      throw AccessProblems.of(e.step(), places);
    }
  }

  private static Workspace workspace(String resourceId) {
    try {
      return Workspace.parse(resourceId);
    } catch (IllegalArgumentException e) {
      throw InvalidRequestException.of(
          List.of(Problem.at("?resource_id", String.valueOf(e.getMessage()))));
    }
  }

  private static @Nullable Location location(Map<String, String> query) {
    String text = query.get("location");
    try {
      return text == null ? null : Location.parse(text);
    } catch (IllegalArgumentException e) {
      throw InvalidRequestException.of(
          List.of(Problem.at("?location", String.valueOf(e.getMessage()))));
    }
  }

  private static boolean fits(@Nullable String asked, String value) {
    return asked == null || asked.equalsIgnoreCase(value);
  }

  private static void refuseBad(Map<String, String> query, Listing listing) {
    List<Problem> problems = new NotedProblems();
    for (String name : new TreeSet<>(query.keySet())) {
      if (!KNOWN.contains(name)) {
        problems.add(Problem.at("?" + name, "unknown; known: " + new TreeSet<>(KNOWN)));
      }
    }
    String kind = query.get("kind");
    if (kind != null && KINDS.stream().noneMatch(kind::equalsIgnoreCase)) {
      problems.add(Problem.at("?kind", "must be one of " + KINDS));
    }
    Set<String> providers = new TreeSet<>();
    listing.backends().forEach(backend -> providers.add(backend.target().provider()));
    String provider = query.get("provider");
    if (provider != null && providers.stream().noneMatch(provider::equalsIgnoreCase)) {
      problems.add(Problem.at("?provider", "must be one of " + providers));
    }
    if (!problems.isEmpty()) {
      throw InvalidRequestException.of(problems);
    }
  }

  private ApiResponse noSuchBackend(String name, ApiRequest request) {
    Optional<String> near = backends.nearest(name);
    String hint = near.map(it -> " Did you mean " + it + "?").orElse("");
    return ProblemDocument.of(
            ProblemType.NOT_FOUND, "There is no such backend «" + name + "»." + hint)
        .response(request.invocationId());
  }

  private ObjectNode view(Snapshot snapshot, List<Backend> shown) {
    ObjectNode view = ApiJson.MAPPER.createObjectNode();
    view.put("as_of", snapshot.asOf().toString());
    view.put(
        "age_seconds", Math.max(0, Duration.between(snapshot.asOf(), clock.instant()).toSeconds()));
    if (snapshot.trouble() != null) {
      view.put(
          "note", "availability is not known, the workspace did not answer: " + snapshot.trouble());
    }
    ArrayNode list = view.putArray("backends");
    shown.forEach(backend -> list.add(BackendViews.full(backend, snapshot)));
    return view;
  }
}
