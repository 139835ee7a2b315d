package io.quantumexecutor.api.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.job.Callbacks;
import io.quantumexecutor.job.CostLimit;
import io.quantumexecutor.job.EventFilter;
import io.quantumexecutor.job.SubmissionOptions;
import io.quantumexecutor.job.WhenUnavailable;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the options of a submission; name, tags and priority also where a job is changed. */
final class OptionFields {
  private static final int MAX_NAME = 128;
  private static final int MAX_TAGS = 20;
  private static final long MAX_SEED = (1L << 32) - 1;
  private static final int MAX_HOLD_HOURS = 720;
  private static final double MAX_AMOUNT = 1e12;
  private static final List<String> UNITS = List.of("USD", "EUR", "HQC", "eHQC");

  private final Fields fields;

  OptionFields(Fields fields) {
    this.fields = fields;
  }

  /**
   * Reads them all.
   *
   * @param policy what holds unless the submission says otherwise
   * @param workspace resource id of a private workspace; null for the configured one
   */
  SubmissionOptions read(ApiPolicy policy, @Nullable String workspace) {
    return new SubmissionOptions(
        name().orElse(null),
        tags(),
        priority().orElse(null),
        fields.whole("random_seed", 0, MAX_SEED).orElse(null),
        fields
            .whole("hold_hours", 0, MAX_HOLD_HOURS)
            .map(Long::intValue)
            .orElse(policy.holdHours()),
        workspace,
        maxCost(),
        whenUnavailable(),
        events(),
        callback(policy.callbacks()));
  }

  Optional<String> name() {
    Optional<String> name = fields.text("job_name");
    if (name.isPresent() && (name.get().isBlank() || name.get().length() > MAX_NAME)) {
      fields.wrong("job_name", "must have 1 to " + MAX_NAME + " characters");
      return Optional.empty();
    }
    return name;
  }

  List<String> tags() {
    List<String> tags = fields.texts("tags");
    if (tags.size() > MAX_TAGS || tags.stream().anyMatch(tag -> tag.length() > MAX_NAME)) {
      fields.wrong("tags", "at most " + MAX_TAGS + " of at most " + MAX_NAME + " characters");
      return List.of();
    }
    return tags;
  }

  Optional<String> priority() {
    return oneOf("priority", "Standard", "High");
  }

  @Nullable CostLimit maxCost() {
    Optional<Fields> limit = fields.object("max_cost");
    if (limit.isEmpty()) {
      return null;
    }
    Fields inner = limit.get();
    Optional<BigDecimal> amount =
        inner.any("amount").filter(OptionFields::isAmount).map(JsonNode::decimalValue);
    if (amount.isEmpty()) {
      inner.wrong("amount", "must be a number of at least 0");
    }
    Optional<String> unit = inner.text("unit").flatMap(OptionFields::unit);
    if (unit.isEmpty()) {
      inner.wrong("unit", "must be one of " + String.join(", ", UNITS));
    }
    inner.refuseOthers();
    return amount.isEmpty() || unit.isEmpty() ? null : new CostLimit(amount.get(), unit.get());
  }

  private static boolean isAmount(JsonNode value) {
    return value.isNumber() && value.doubleValue() >= 0 && value.doubleValue() <= MAX_AMOUNT;
  }

  private static Optional<String> unit(String written) {
    return UNITS.stream().filter(unit -> unit.equalsIgnoreCase(written)).findFirst();
  }

  private WhenUnavailable whenUnavailable() {
    return oneOf("when_unavailable", "hold", "reject").filter("reject"::equals).isPresent()
        ? WhenUnavailable.REJECT
        : WhenUnavailable.HOLD;
  }

  private EventFilter events() {
    return oneOf("events", "end", "all").filter("all"::equals).isPresent()
        ? EventFilter.ALL
        : EventFilter.END;
  }

  private Optional<String> oneOf(String name, String... choices) {
    Optional<String> word = fields.text(name);
    if (word.isPresent() && !List.of(choices).contains(word.get())) {
      fields.wrong(name, "must be \"" + String.join("\" or \"", choices) + "\"");
    }
    return word;
  }

  @Nullable URI callback(Callbacks callbacks) {
    Optional<String> text = fields.text("callback_url");
    if (text.isEmpty()) {
      return null;
    }
    try {
      URI address = new URI(text.get());
      callbacks.refusal(address).ifPresent(why -> fields.wrong("callback_url", why));
      return address;
    } catch (URISyntaxException e) {
      fields.wrong("callback_url", "is not an address (RFC 3986)");
      return null;
    }
  }
}
