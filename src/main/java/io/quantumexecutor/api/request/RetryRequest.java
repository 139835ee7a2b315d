package io.quantumexecutor.api.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.api.view.ApiJson;
import io.quantumexecutor.job.Callbacks;
import io.quantumexecutor.job.CostLimit;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.Submission;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/jobs/{id}/retry}: credentials, what the job may cost and who is called
 * may be given anew. Everything else is the earlier job's, and is refused so that nobody believes
 * it was heard.
 *
 * @param backend as whom to run
 * @param maxCost null to keep the earlier job's
 * @param callback null to keep the earlier job's
 */
public record RetryRequest(
    BackendFields backend, @Nullable CostLimit maxCost, @Nullable URI callback) {

  private static final RequestBody BODIES = new RequestBody(64 << 10);

  /**
   * Reads a request.
   *
   * @throws InvalidRequestException 400 with everything that is wrong
   */
  public static RetryRequest read(ApiRequest request, Submission earlier, Callbacks callbacks) {
    BODIES.requireSmall(request);
    String body = request.body().filter(text -> !text.isBlank()).orElse("{}");
    List<Problem> problems = new NotedProblems();
    Fields fields = ClassiqPreferences.flattened(object(body), problems);
    BackendFields backend = BackendFields.readAny(fields);
    OptionFields options = new OptionFields(fields);
    RetryRequest read = new RetryRequest(backend, options.maxCost(), options.callback(callbacks));
    fields.refuseOthers();
    requireSameBackend(backend, earlier, problems);
    if (!problems.isEmpty()) {
      throw InvalidRequestException.of(problems);
    }
    return read;
  }

  private static ObjectNode object(String body) {
    try {
      JsonNode json = ApiJson.MAPPER.readTree(body);
      if (json instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      // The parser's message quotes the text, which may hold a secret.
    }
    throw InvalidRequestException.of(
        List.of(Problem.at("", "the body must be a JSON object, or left out")));
  }

  private static void requireSameBackend(
      BackendFields backend, Submission earlier, List<Problem> problems) {
    backend
        .name()
        .filter(name -> !name.equalsIgnoreCase(earlier.target()))
        .ifPresent(
            other ->
                problems.add(
                    Problem.at(
                        backend.places().getOrDefault("backend_name", ""),
                        "a retry runs on the job's own backend, "
                            + earlier.target()
                            + "; submit a new job for another")));
    String mitigation = backend.places().get(BackendFields.MITIGATION);
    if (mitigation != null) {
      problems.add(Problem.at(mitigation, "a retry keeps the job's own options; leave it out"));
    }
  }

  /** The earlier submission with what was given anew. */
  public Submission of(Submission earlier) {
    return earlier.withOptions(earlier.options().renewed(maxCost, callback));
  }
}
