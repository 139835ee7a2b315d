package io.quantumexecutor.api.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.api.view.ApiJson;
import io.quantumexecutor.workspace.Access;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where to run and as whom, in the forms that Classiq's SDK writes: {@code backend_preferences}
 * with nested credentials, {@code "backend": "azure/…"} with a flat {@code config}, and {@code
 * resource_id} and {@code location} beside them.
 *
 * @param name the target as the caller wrote it; empty if none is named
 * @param mitigation IonQ's error mitigation: true or false; null to leave it to the provider
 * @param access empty when it is wrong, which is then noted
 * @param places where the request says what, by the names of the fields
 */
public record BackendFields(
    Optional<String> name,
    @Nullable Boolean mitigation,
    Optional<Access> access,
    Map<String, String> places) {

  /** Among the places: where the error mitigation is stated, under any of its names. */
  static final String MITIGATION = "mitigation";

  /** What is known when there is nothing to read. */
  public static final BackendFields NOTHING =
      new BackendFields(Optional.empty(), false, Optional.empty(), Map.of());

  /** Resource id of the private workspace; null for the configured one. */
  @Nullable String workspace() {
    return access
        .filter(Access.Private.class::isInstance)
        .map(own -> ((Access.Private) own).workspace().resourceId())
        .orElse(null);
  }

  /** Reads them for a submission; a missing target is noted. */
  static BackendFields read(Fields request) {
    BackendFields backend = readAny(request);
    if (backend.name.isEmpty() && !backend.places.containsKey("backend_name")) {
      noName(request);
    }
    return backend;
  }

  private static void noName(Fields request) {
    if (request.any("backend_preferences").isPresent()) {
      request.wrongInside(
          "backend_preferences", "backend_name", "is required, for example \"ionq.simulator\"");
    } else {
      request.wrong(
          "backend_preferences",
          "is required: an object with backend_name; or \"backend\": \"azure/ionq.simulator\"");
    }
  }

  /** Reads them for a check, which needs no target. */
  public static BackendFields readAny(Fields request) {
    Reader reader = new Reader(request);
    reader.preferences();
    reader.flatForm();
    return reader.result();
  }

  private static final class Reader {
    /** No target has a name half as long. */
    private static final int MAX_NAME = 200;

    private final Fields request;
    private final AccessFields access;
    private final StatedValue<String> name = new StatedValue<>();
    private final StatedValue<JsonNode> mitigation = new StatedValue<>();

    Reader(Fields request) {
      this.request = request;
      this.access = new AccessFields(request.problems());
    }

    void preferences() {
      Optional<Fields> given = request.object("backend_preferences");
      given.ifPresent(
          fields -> {
            name(fields);
            fields.refuse(
                "backend_service_provider",
                value -> value.isTextual() && value.textValue().equalsIgnoreCase("Azure Quantum"),
                "must be \"Azure Quantum\"");
            access.flags(fields);
            access.place(fields);
            for (String credentials : new String[] {"credentials", "credential"}) {
              // Classiq's own class lets unknown keys pass here, and only here.
              fields
                  .object(credentials)
                  .filter(inner -> !access.credentials(inner))
                  .ifPresent(
                      none -> fields.wrong(credentials, "is empty; leave it out or give all four"));
            }
            mitigation(fields, "ionq_error_mitigation_flag");
            fields.refuse("emulate", Reader::isFalse, "emulation is not offered");
            fields.refuseOthers();
          });
    }

    private void name(Fields fields) {
      fields
          .text("backend_name")
          .ifPresent(
              text -> {
                name.at(fields.pointer("backend_name"), text.strip());
                if (text.isBlank() || text.length() > MAX_NAME) {
                  fields.wrong(
                      "backend_name",
                      "must name a backend, in at most " + MAX_NAME + " characters");
                }
              });
    }

    void flatForm() {
      request
          .text("backend")
          .ifPresent(
              text ->
                  name.at(request.pointer("backend"), BackendName.parse(request, text).orElse("")));
      request
          .object("config")
          .ifPresent(
              fields -> {
                access.place(fields);
                access.credentials(fields);
                mitigation(fields, "ionq_error_mitigation");
                fields.refuse("emulate", Reader::isFalse, "emulation is not offered");
                fields.refuseOthers();
              });
      access.flags(request);
      access.place(request);
    }

    private void mitigation(Fields fields, String field) {
      if (fields.isNull(field)) {
        mitigation.at(fields.pointer(field), ApiJson.MAPPER.nullNode());
      } else {
        Optional<JsonNode> value = fields.any(field);
        if (fields.flag(field).isPresent()) {
          mitigation.at(fields.pointer(field), value.orElseThrow());
        }
      }
    }

    private static boolean isFalse(JsonNode value) {
      return value.isBoolean() && !value.booleanValue();
    }

    /** Classiq's default of the mitigation is off; a null leaves the choice to the provider. */
    BackendFields result() {
      Optional<JsonNode> flag = mitigation.agreed(request.problems());
      Optional<String> target = name.agreed(request.problems());
      Map<String, String> places = access.places();
      name.place().ifPresent(place -> places.put("backend_name", place));
      mitigation.place().ifPresent(place -> places.put(MITIGATION, place));
      return new BackendFields(
          target.filter(text -> !text.isEmpty() && text.length() <= MAX_NAME),
          (flag.isPresent() && flag.get().isNull())
              ? null
              : flag.map(JsonNode::booleanValue).orElse(false),
          access.read(),
          Map.copyOf(places));
    }
  }
}
