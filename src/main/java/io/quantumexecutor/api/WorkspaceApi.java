package io.quantumexecutor.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.request.BackendFields;
import io.quantumexecutor.api.request.ClassiqPreferences;
import io.quantumexecutor.api.request.InvalidRequestException;
import io.quantumexecutor.api.request.NotedProblems;
import io.quantumexecutor.api.request.RequestBody;
import io.quantumexecutor.api.view.ApiJson;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.lifecycle.WorkCost;
import io.quantumexecutor.lifecycle.WorkLedger;
import io.quantumexecutor.workspace.Access;
import io.quantumexecutor.workspace.CheckStep;
import io.quantumexecutor.workspace.CheckStep.Outcome;
import io.quantumexecutor.workspace.WorkspaceAccess;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/workspaces/check}: which step of setting up a workspace is missing, in words,
 * with the command that mends it. The body is that of a submission, of which only what says where
 * to run and as whom is read.
 */
public final class WorkspaceApi {
  private final WorkspaceAccess access;
  private final WorkLedger work;
  private final Admission admission;

  public WorkspaceApi(WorkspaceAccess access, WorkLedger work, Admission admission) {
    this.access = access;
    this.work = work;
    this.admission = admission;
  }

  /** 200 with all steps, whatever they found; 400 for a request of the wrong shape. */
  public ApiResponse check(ApiRequest request) {
    return admission.admit(request, caller -> ApiResponse.json(200, checked(caller, request)));
  }

  private ObjectNode checked(Caller caller, ApiRequest request) {
    List<Problem> problems = new NotedProblems();
    String body = RequestBody.of(request);
    BackendFields backend = work.within(WorkCost.ofBody(body), () -> backend(body, problems));
    if (!problems.isEmpty()) {
      throw InvalidRequestException.of(problems);
    }
    Access asked = backend.access().orElseThrow();
    if (asked instanceof Access.Integration) {
      admission.callers().requireIntegration(caller);
    }
    List<CheckStep> steps = access.examine(asked, backend.name().orElse(null));
    ObjectNode view = ApiJson.MAPPER.createObjectNode();
    view.put("verdict", verdict(steps));
    view.put("identity", identity(asked));
    view.put("backend_name", backend.name().orElse(null));
    ArrayNode list = view.putArray("steps");
    steps.forEach(step -> list.add(view(step, backend.places())));
    return view;
  }

  /** Where to run and as whom, as a body says it. */
  private static BackendFields backend(String body, List<Problem> problems) {
    try {
      JsonNode json = ApiJson.MAPPER.readTree(body);
      if (json instanceof ObjectNode object) {
        return BackendFields.readAny(ClassiqPreferences.flattened(object, problems));
      }
    } catch (JsonProcessingException e) {
      // The parser's message quotes the text, which may hold a secret.
    }
    problems.add(Problem.at("", "the body must be a JSON object"));
    return BackendFields.NOTHING;
  }

  private static String verdict(List<CheckStep> steps) {
    if (steps.stream().anyMatch(step -> step.outcome() == Outcome.FAILED)) {
      return "failed";
    }
    return steps.stream().anyMatch(step -> step.outcome() == Outcome.UNKNOWN) ? "unknown" : "ok";
  }

  private static String identity(Access access) {
    if (access instanceof Access.Integration) {
      return "this service's managed identity on its own workspace";
    }
    return access instanceof Access.ManagedIdentity
        ? "this service's managed identity"
        : "the application of the request";
  }

  /** A step with a warning is good enough now: its outcome is ok. */
  private static ObjectNode view(CheckStep step, Map<String, String> places) {
    ObjectNode view = ApiJson.MAPPER.createObjectNode();
    boolean warns = step.outcome() == Outcome.WARNING;
    view.put("step", step.name().name().toLowerCase(Locale.ROOT));
    view.put("outcome", (warns ? Outcome.OK : step.outcome()).name().toLowerCase(Locale.ROOT));
    view.put(warns ? "warning" : "message", step.message());
    put(view, "what_to_do", step.advice());
    put(view, "command", step.command());
    put(view, "pointer", step.field() == null ? null : places.get(step.field()));
    return view;
  }

  private static void put(ObjectNode view, String name, @Nullable String value) {
    if (value != null) {
      view.put(name, value);
    }
  }
}
