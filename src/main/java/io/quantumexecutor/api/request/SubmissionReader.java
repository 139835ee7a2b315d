package io.quantumexecutor.api.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.api.view.ApiJson;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.Program;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.job.SubmissionOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the body of a submission, by HTTP or from a dropped message: the same JSON. */
public final class SubmissionReader {
  /** Classiq's default. */
  private static final int DEFAULT_SHOTS = 2048;

  private static final int MAX_SHOTS = 100_000_000;

  private final ApiPolicy policy;

  public SubmissionReader(ApiPolicy policy) {
    this.policy = policy;
  }

  /**
   * What a body says.
   *
   * @param submission empty when there is no program or no target
   * @param program the program, whatever else is wrong
   * @param parameters values of its inputs
   * @param options empty if the body is no JSON object
   * @param idempotencyKey the key that a dropped message may carry
   * @param warnings what is right in form but has no effect
   * @param backend where to run and as whom; nothing known if the body is no JSON object
   * @param isObject whether the body is a JSON object at all
   * @param problems everything that is wrong with the form
   */
  public record Read(
      Optional<Submission> submission,
      Optional<Program> program,
      Map<String, Double> parameters,
      Optional<SubmissionOptions> options,
      Optional<String> idempotencyKey,
      List<String> warnings,
      BackendFields backend,
      boolean isObject,
      List<Problem> problems) {}

  public Read read(String body) {
    JsonNode json;
    try {
      json = ApiJson.MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      // The parser's own message quotes the text, which may hold a secret.
      return refused("is not JSON" + at(e));
    }
    if (!(json instanceof ObjectNode object)) {
      return refused("must be a JSON object");
    }
    List<Problem> problems = new NotedProblems();
    Fields fields = ClassiqPreferences.flattened(object, problems);
    Optional<String> key = fields.text("idempotency_key");
    Optional<Program> program = ProgramField.read(fields);
    Map<String, Double> parameters = parameters(fields);
    BackendFields backend = BackendFields.read(fields);
    List<String> warnings = new ArrayList<>();
    SubmissionOptions options = new OptionFields(fields).read(policy, backend.workspace());
    Optional<Submission> submission =
        submission(fields, program, parameters, backend, options, warnings);
    fields.refuseOthers();
    return new Read(
        submission,
        program,
        parameters,
        Optional.of(options),
        key,
        warnings,
        backend,
        true,
        problems);
  }

  private static Optional<Submission> submission(
      Fields fields,
      Optional<Program> program,
      Map<String, Double> parameters,
      BackendFields backend,
      SubmissionOptions options,
      List<String> warnings) {
    Map<String, Object> inputParams = inputParams(fields);
    int shots = shots(fields, inputParams);
    backend.name().ifPresent(name -> mitigation(name, backend, inputParams, warnings));
    return program.isEmpty() || backend.name().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Submission(
                program.get(), backend.name().get(), shots, parameters, inputParams, options));
  }

  private static boolean isIonqHardware(String target) {
    return target.regionMatches(true, 0, "ionq.qpu", 0, "ionq.qpu".length());
  }

  /** Debiasing is on by default at Azure and dear: what is sent is always said. */
  private static void mitigation(
      String target,
      BackendFields backend,
      Map<String, Object> inputParams,
      List<String> warnings) {
    Boolean flag = backend.mitigation();
    if (!isIonqHardware(target)) {
      if (Boolean.TRUE.equals(flag)) {
        warnings.add(target + " has no error mitigation: ionq_error_mitigation_flag has no effect");
      }
    } else if (flag != null && !inputParams.containsKey("error-mitigation")) {
      inputParams.put("error-mitigation", Map.of("debias", flag));
    }
  }

  /** Shots may also stand among the provider's options, but not with another value. */
  private static int shots(Fields fields, Map<String, Object> inputParams) {
    Optional<Integer> shots = fields.whole("num_shots", 1, MAX_SHOTS).map(Long::intValue);
    for (String name : List.of("shots", "count")) {
      Object other = inputParams.remove(name);
      if (other instanceof Integer number && number >= 1 && number <= MAX_SHOTS) {
        if (shots.isPresent() && !shots.get().equals(number)) {
          fields.wrongInside(
              "input_params", name, "contradicts the shots given elsewhere: give one of them");
        }
        shots = Optional.of(number);
      } else if (other != null) {
        fields.wrongInside("input_params", name, "must be a whole number, at least 1");
      }
    }
    return shots.orElse(DEFAULT_SHOTS);
  }

  private static Map<String, Object> inputParams(Fields fields) {
    Optional<JsonNode> value = fields.any("input_params");
    if (value.isPresent() && !value.get().isObject()) {
      fields.wrong("input_params", "must be an object of the provider's options");
      return new TreeMap<>();
    }
    value.ifPresent(options -> refuseSecrets(fields, options));
    return value
        .map(json -> ApiJson.MAPPER.convertValue(json, new TypeReference<Map<String, Object>>() {}))
        .map(TreeMap::new)
        .orElseGet(TreeMap::new);
  }

  private static void refuseSecrets(Fields fields, JsonNode options) {
    for (String place : Secrets.places(options)) {
      fields
          .problems()
          .add(
              Problem.at(
                  fields.pointer("input_params") + place,
                  "looks like a secret, and options are stored as they are: replace the secret;"
                      + " credentials belong into backend_preferences"));
    }
  }

  private static Map<String, Double> parameters(Fields fields) {
    Map<String, Double> parameters = new TreeMap<>();
    Optional<JsonNode> value = fields.any("parameters");
    if (value.isPresent() && !value.get().isObject()) {
      fields.wrong("parameters", "must be an object of numbers");
      return parameters;
    }
    value.ifPresent(
        json ->
            json.fields()
                .forEachRemaining(
                    entry -> {
                      if (entry.getValue().isNumber()) {
                        parameters.put(entry.getKey(), entry.getValue().doubleValue());
                      } else {
                        fields.wrongInside("parameters", entry.getKey(), "must be a number");
                      }
                    }));
    return parameters;
  }

  private static Read refused(String message) {
    return new Read(
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        BackendFields.NOTHING,
        false,
        List.of(Problem.at("", "the body " + message)));
  }

  private static String at(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " (line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ")";
  }
}
