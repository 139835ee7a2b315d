package io.quantumexecutor.target;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.job.CostLimit;
import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.target.price.CircuitFacts;
import io.quantumexecutor.target.price.Price;
import io.quantumexecutor.target.price.Quote;
import io.quantumexecutor.target.price.Tariff;
import io.quantumexecutor.target.price.Usage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what a translated submission is and costs: what is priced is what is sent. */
public final class Pricing {
  private static final String MAX_COST = "/max_cost";

  private final Translation translation;

  public Pricing(Translation translation) {
    this.translation = translation;
  }

  /**
   * A translated submission in numbers.
   *
   * @param facts null if the sent program cannot be read here
   */
  public record Estimate(@Nullable CircuitFacts facts, Quote quote) {}

  public Estimate estimate(ProviderInput input, Submission submission) {
    Circuit sent = translation.sent(input, submission).orElse(null);
    Quote quote = quote(input, submission, sent);
    return new Estimate(sent == null ? null : CircuitFacts.of(sent), quote);
  }

  /** The refusal of a submission that costs, or may cost, more than its caller allows. */
  public Optional<Failure> refusal(Quote quote, ProviderInput input, Submission submission) {
    CostLimit limit = submission.options().maxCost();
    if (limit == null) {
      return Optional.empty();
    }
    Price price = quote.asSent();
    String target = input.target().name();
    return switch (price.against(limit)) {
      case WITHIN -> Optional.empty();
      case TOO_HIGH ->
          Optional.of(
              refusal(
                  "cost-too-high",
                  "the job may cost %s on %s, more than max_cost %s"
                      .formatted(price.inWords(), target, limit)));
      case NOT_COMPARABLE ->
          Optional.of(
              refusal(
                  "cost-not-comparable",
                  "max_cost %s cannot be compared with the price of the job on %s, which is %s (%s)"
                      .formatted(limit, target, price.inWords(), price.formula())));
    };
  }

  private static Failure refusal(String code, String message) {
    return new Failure(code, message, List.of(Problem.at(MAX_COST, message)));
  }

  /** A program too large to be counted has the price of one that cannot be read. */
  private static Quote quote(ProviderInput input, Submission submission, @Nullable Circuit sent) {
    Tariff tariff = input.target().offer().tariff();
    String format = input.format().input();
    int shots = submission.numShots();
    boolean mitigated = Mitigation.of(submission, input.target()).isOn();
    try {
      return tariff.quote(new Usage(sent, format, shots, mitigated));
    } catch (ProgramException tooLarge) {
      return tariff.quote(new Usage(null, format, shots, mitigated));
    }
  }
}
