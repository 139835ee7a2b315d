package io.quantumexecutor.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.api.request.AccessProblems;
import io.quantumexecutor.api.request.ApiPolicy;
import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.request.BackendFields;
import io.quantumexecutor.api.request.InvalidRequestException;
import io.quantumexecutor.api.request.NotedProblems;
import io.quantumexecutor.api.request.RequestBody;
import io.quantumexecutor.api.request.SubmissionProblems;
import io.quantumexecutor.api.request.SubmissionReader;
import io.quantumexecutor.api.view.ApiJson;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.api.view.BackendViews;
import io.quantumexecutor.api.view.PriceViews;
import io.quantumexecutor.api.view.ProblemDocument;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.lifecycle.WorkCost;
import io.quantumexecutor.lifecycle.WorkLedger;
import io.quantumexecutor.lifecycle.accept.CheckSubmission;
import io.quantumexecutor.lifecycle.accept.CheckedSubmission;
import io.quantumexecutor.lifecycle.accept.CheckedSubmission.CheckedInput;
import io.quantumexecutor.lifecycle.accept.Preflight;
import io.quantumexecutor.lifecycle.accept.Preflight.Report;
import io.quantumexecutor.lifecycle.accept.Preflight.Verdict;
import io.quantumexecutor.target.Target;
import io.quantumexecutor.workspace.Access;
import io.quantumexecutor.workspace.AccessDeniedException;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumWorkspace.Quota;
import io.quantumexecutor.workspace.WorkspaceAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code POST /api/jobs/preflight}: what would become of a submission. Nothing is kept, and nothing
 * is sent but questions about the workspace.
 */
public final class PreflightApi {
  private final CheckSubmission check;
  private final WorkspaceAccess access;
  private final Preflight preflight;
  private final SubmissionReader reader;
  private final WorkLedger work;
  private final Admission admission;

  public PreflightApi(
      CheckSubmission check,
      WorkspaceAccess access,
      Preflight preflight,
      ApiPolicy policy,
      WorkLedger work,
      Admission admission) {
    this.check = check;
    this.access = access;
    this.preflight = preflight;
    this.reader = new SubmissionReader(policy);
    this.work = work;
    this.admission = admission;
  }

  /** 200 with a verdict for every JSON object; 400 for a body that is none. */
  public ApiResponse preflight(ApiRequest request) {
    return admission.admit(request, caller -> answer(caller, request));
  }

  private ApiResponse answer(Caller caller, ApiRequest request) {
    String body = RequestBody.of(request);
    Examined examined = work.within(WorkCost.ofProgram(body), () -> examine(caller, body));
    SubmissionProblems found = examined.found();
    return ApiResponse.json(
        200,
        found.checked().isPresent() && examined.backend().access().isPresent()
            ? view(found, found.checked().get(), examined.backend())
            : refused(found.all()));
  }

  /** What a body says of backend and identity, and what is wrong with the whole. */
  private record Examined(SubmissionProblems found, BackendFields backend) {}

  private Examined examine(Caller caller, String body) {
    SubmissionReader.Read read = reader.read(body);
    if (!read.isObject()) {
      throw InvalidRequestException.of(read.problems());
    }
    if (read.backend().access().filter(Access.Integration.class::isInstance).isPresent()) {
      admission.callers().requireIntegration(caller);
    }
    return new Examined(SubmissionProblems.of(read, check, check::checkAndPrice), read.backend());
  }

  /** There is no program or no target: nothing more can be said. */
  private static ObjectNode refused(List<Problem> problems) {
    ObjectNode view = ApiJson.MAPPER.createObjectNode();
    view.put("verdict", word(Verdict.REFUSED));
    view.set("problems", ProblemDocument.list(problems));
    view.putArray("warnings");
    return view;
  }

  private ObjectNode view(
      SubmissionProblems found, CheckedSubmission checked, BackendFields backend) {
    Access asked = backend.access().orElseThrow();
    List<Problem> problems = new NotedProblems();
    problems.addAll(found.ofRequest());
    List<String> more = new ArrayList<>();
    prove(asked, checked, backend, problems, more);
    Report report =
        preflight.report(
            checked, problems, check.status(problems.isEmpty() ? asked : new Access.Integration()));
    ObjectNode view = ApiJson.MAPPER.createObjectNode();
    view.put("verdict", word(report.verdict()));
    view.set("problems", ProblemDocument.list(report.problems()));
    ArrayNode warnings = view.putArray("warnings");
    more.forEach(warnings::add);
    report.warnings().forEach(warnings::add);
    view.put("backend_name", checked.submission().target());
    view.put("num_shots", checked.submission().numShots());
    BackendViews.putLive(view, report.live(), report.snapshot());
    view.put("as_of", report.snapshot().asOf().toString());
    CheckedInput input = checked.input();
    if (input != null) {
      view.set("target", target(input.target()));
      view.put("format", input.format().input());
    }
    view.set("circuit", report.facts() == null ? null : PriceViews.facts(report.facts()));
    view.set("price", report.quote() == null ? null : PriceViews.quote(report.quote()));
    view.set("quotas", report.quotas() == null ? null : quotas(report.quotas()));
    return view;
  }

  /** Notes what is missing of the right to submit. */
  private void prove(
      Access asked,
      CheckedSubmission checked,
      BackendFields backend,
      List<Problem> problems,
      List<String> warnings) {
    try {
      warnings.addAll(access.prove(asked, checked.submission().target()).warnings());
    } catch (AccessDeniedException e) {
      problems.add(AccessProblems.problem(e.step(), backend.places()));
    } catch (QuantumException e) {
      warnings.add(
          "it could not be checked whether the identity may submit jobs: " + e.getMessage());
    }
  }

  private static ObjectNode target(Target target) {
    ObjectNode view = ApiJson.MAPPER.createObjectNode();
    view.put("name", target.name());
    view.put("provider", target.provider());
    view.put("kind", BackendViews.kind(target));
    return view;
  }

  private static ArrayNode quotas(List<Quota> quotas) {
    ArrayNode list = ApiJson.MAPPER.createArrayNode();
    for (Quota quota : quotas) {
      ObjectNode entry = list.addObject();
      entry.put("dimension", quota.dimension());
      entry.put("scope", quota.scope());
      entry.put("period", quota.period());
      entry.put("used", quota.utilization());
      entry.put("held", quota.holds());
      entry.put("limit", quota.limit());
    }
    return list;
  }

  private static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }
}
