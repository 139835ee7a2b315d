package io.quantumexecutor.quantum;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quantumexecutor.target.Target;
import io.quantumexecutor.target.price.PriceSource;
import io.quantumexecutor.target.price.Tariff;
import io.quantumexecutor.target.price.Unpublished;
import io.quantumexecutor.workspace.ProviderFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The file of targets: per provider its formats, its targets and the names it gave up. */
record CatalogueFile(List<Provider> providers) {
  private static final String RESOURCE = "catalogue.json";
  private static final String SHOTS = "shots";
  private static final Tariff UNPRICED =
      new Unpublished("USD", new PriceSource("no longer offered", LocalDate.of(2026, 8, 21)));

  /**
   * @param prices the provider's tariffs by a name that targets refer to
   */
  record Provider(
      String provider,
      List<Format> formats,
      Map<String, CataloguePrice> prices,
      List<Entry> targets,
      List<Old> retired) {
    List<Target> current() {
      return targets.stream().map(entry -> entry.target(this, null)).toList();
    }

    List<Target> former() {
      return retired.stream().map(old -> old.target(this)).toList();
    }

    ProviderFormat format(String input) {
      return formats.stream()
          .filter(format -> format.input().equals(input))
          .map(format -> new ProviderFormat(input, format.output(), format.contentType()))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(RESOURCE + " has no format " + input));
    }

    Tariff tariff(String name) {
      CataloguePrice price = prices.get(name);
      if (price == null) {
        throw new IllegalStateException(RESOURCE + " has no price " + name);
      }
      return price.tariff();
    }
  }

  record Format(String input, String output, @JsonProperty("content_type") String contentType) {}

  /**
   * @param formats input formats, the preferred one first
   * @param price the name of a price of the provider
   */
  record Entry(
      String name,
      Target.Kind kind,
      int qubits,
      @JsonProperty("qubit_limits") @Nullable List<Limit> qubitLimits,
      List<String> formats,
      @JsonProperty("qir_profile") @Nullable String qirProfile,
      @JsonProperty("mid_circuit") boolean midCircuit,
      @JsonProperty("default_shots") @Nullable Integer defaultShots,
      @JsonProperty("min_shots") int minShots,
      @JsonProperty("max_shots") @Nullable Integer maxShots,
      Target.Answer answer,
      String price,
      @Nullable String note) {
    Target target(Provider provider, Target.@Nullable Retirement retirement) {
      return new Target(
          name,
          provider.provider(),
          kind,
          qubits,
          formats.stream().map(provider::format).toList(),
          new Target.Abilities(qirProfile, midCircuit),
          new Target.Shots(SHOTS, defaultShots, minShots, maxShots),
          new Target.Offer(answer, limits(), provider.tariff(price), note),
          retirement);
    }

    private List<Target.QubitLimit> limits() {
      return qubitLimits == null ? List.of() : qubitLimits.stream().map(Limit::limit).toList();
    }
  }

  record Limit(
      String option, String value, @JsonProperty("default") boolean byDefault, int qubits) {
    Target.QubitLimit limit() {
      return new Target.QubitLimit(option, value, byDefault, qubits);
    }
  }

  /**
   * A name that is no longer offered; what it could do is told by what replaces it.
   *
   * @param kind told only where nothing replaces it
   * @param advice likewise: what to do instead
   */
  record Old(
      String name,
      @Nullable String successor,
      Target.@Nullable Kind kind,
      @Nullable String advice) {
    Target target(Provider provider) {
      if (successor == null) {
        return gone(provider.provider());
      }
      Target next =
          provider.targets().stream()
              .filter(entry -> entry.name().equals(successor))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalStateException(RESOURCE + " has no target " + successor))
              .target(provider, null);
      return new Target(
          name,
          next.provider(),
          next.kind(),
          next.qubits(),
          next.formats(),
          next.abilities(),
          next.shots(),
          next.offer(),
          new Target.Retirement(successor, "use " + successor));
    }

    private Target gone(String provider) {
      return new Target(
          name,
          provider,
          Objects.requireNonNull(kind, name),
          0,
          List.of(),
          new Target.Abilities(null, false),
          new Target.Shots(SHOTS, null, 1, null),
          new Target.Offer(Target.Answer.COUNTS, List.of(), UNPRICED, null),
          new Target.Retirement(null, "no successor; " + Objects.requireNonNull(advice, name)));
    }
  }

  /** All targets, the current ones first. */
  static List<Target> read() {
    try (InputStream in = CatalogueFile.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing");
      }
      List<Provider> providers = Json.MAPPER.readValue(in, CatalogueFile.class).providers();
      List<Target> targets = new ArrayList<>();
      providers.forEach(provider -> targets.addAll(provider.current()));
      providers.forEach(provider -> targets.addAll(provider.former()));
      return targets;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", unreadable);
    }
  }
}
