package io.quantumexecutor.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where to run, as {@code backend_preferences} says it in Classiq's words.
 *
 * @param name the target as the caller wrote it
 * @param mitigation IonQ's error mitigation: true or false; null to leave it to the provider
 */
record BackendFields(String name, @Nullable Boolean mitigation) {
  private static final String PRIVATE =
      "private workspaces are not open here: leave it out to run in the configured workspace";

  /** Reads them; empty when the target is missing, which is then noted. */
  static Optional<BackendFields> read(Fields request) {
    Optional<Fields> preferences = request.object("backend_preferences");
    if (preferences.isEmpty()) {
      if (request.any("backend_preferences").isEmpty()) {
        request.wrong("backend_preferences", "is required: an object with backend_name");
      }
      return Optional.empty();
    }
    Fields fields = preferences.get();
    Optional<String> name = fields.text("backend_name").filter(text -> !text.isBlank());
    if (name.isEmpty()) {
      fields.wrong("backend_name", "is required, for example \"ionq.simulator\"");
    }
    fields.refuse(
        "backend_service_provider",
        value -> value.isTextual() && value.textValue().equalsIgnoreCase("Azure Quantum"),
        "must be \"Azure Quantum\"");
    fields.text("location");
    fields.flag("run_via_classiq");
    fields.flag("run_through_classiq");
    fields.refuse("credentials", JsonNode::isNull, PRIVATE);
    fields.refuse("resource_id", JsonNode::isNull, PRIVATE);
    Optional<BackendFields> backend =
        name.map(text -> new BackendFields(text.strip(), mitigation(fields)));
    fields.refuseOthers();
    return backend;
  }

  /** Classiq's default is off; an explicit null leaves the choice to the provider. */
  private static @Nullable Boolean mitigation(Fields fields) {
    String name = "ionq_error_mitigation_flag";
    return fields.isNull(name) ? null : fields.flag(name).orElse(false);
  }
}
