package io.quantumexecutor.api.request;

import java.util.List;
import java.util.Optional;

/** Reads what a caller may call a job, when submitting and when changing it. */
final class Labels {
  private static final int MAX_NAME = 128;
  private static final int MAX_TAGS = 20;

  private Labels() {}

  static Optional<String> name(Fields fields) {
    Optional<String> name = fields.text("job_name");
    if (name.isPresent() && (name.get().isBlank() || name.get().length() > MAX_NAME)) {
      fields.wrong("job_name", "must have 1 to " + MAX_NAME + " characters");
    }
    return name;
  }

  static List<String> tags(Fields fields) {
    List<String> tags = fields.texts("tags");
    if (tags.size() > MAX_TAGS || tags.stream().anyMatch(tag -> tag.length() > MAX_NAME)) {
      fields.wrong("tags", "at most " + MAX_TAGS + " of at most " + MAX_NAME + " characters");
    }
    return tags;
  }

  static Optional<String> priority(Fields fields) {
    Optional<String> priority = fields.text("priority");
    if (priority.isPresent() && !List.of("Standard", "High").contains(priority.get())) {
      fields.wrong("priority", "must be \"Standard\" or \"High\"");
    }
    return priority;
  }
}
