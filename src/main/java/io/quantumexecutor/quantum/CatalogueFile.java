package io.quantumexecutor.quantum;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quantumexecutor.job.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file of targets: per provider its formats, its targets and the names it gave up. */
record CatalogueFile(List<Provider> providers) {
  private static final String RESOURCE = "catalogue.json";
  private static final String SHOTS = "shots";

  record Provider(String provider, List<Format> formats, List<Entry> targets, List<Old> retired) {
    List<Target> current() {
      return targets.stream().map(entry -> entry.target(this, null)).toList();
    }

    List<Target> former() {
      return retired.stream().map(old -> old.target(this)).toList();
    }

    Target.Format format(String input) {
      return formats.stream()
          .filter(format -> format.input().equals(input))
          .map(format -> new Target.Format(input, format.output(), format.contentType()))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(RESOURCE + " has no format " + input));
    }
  }

  record Format(String input, String output, @JsonProperty("content_type") String contentType) {}

  /**
   * @param formats input formats, the preferred one first
   */
  record Entry(
      String name,
      Target.Kind kind,
      int qubits,
      List<String> formats,
      @JsonProperty("qir_profile") @Nullable String qirProfile,
      @JsonProperty("mid_circuit") boolean midCircuit,
      @JsonProperty("max_shots") @Nullable Integer maxShots) {
    Target target(Provider provider, @Nullable String successor) {
      return new Target(
          name,
          provider.provider(),
          kind,
          qubits,
          formats.stream().map(provider::format).toList(),
          new Target.Abilities(qirProfile, midCircuit),
          new Target.Shots(SHOTS, maxShots),
          successor);
    }
  }

  /** A name that is no longer offered; what it could do is told by what replaces it. */
  record Old(String name, String successor) {
    Target target(Provider provider) {
      Entry next =
          provider.targets().stream()
              .filter(entry -> entry.name().equals(successor))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalStateException(RESOURCE + " has no target " + successor));
      Entry renamed =
          new Entry(
              name,
              next.kind(),
              next.qubits(),
              next.formats(),
              next.qirProfile(),
              next.midCircuit(),
              next.maxShots());
      return renamed.target(provider, successor);
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
