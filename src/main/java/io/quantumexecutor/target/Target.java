package io.quantumexecutor.target;

import io.quantumexecutor.target.price.Tariff;
import io.quantumexecutor.workspace.ProviderFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A target of Azure Quantum as the catalogue knows it.
 *
 * @param name canonical name, lower case
 * @param provider provider id, lower case
 * @param kind simulator or hardware
 * @param qubits how many qubits a program may have
 * @param formats accepted input formats, the one we prefer to write first
 * @param abilities what programs may do there
 * @param shots the limits of repetitions
 * @param offer what it gives and what it costs
 * @param retirement what became of it when it is no longer offered, null while it is
 */
public record Target(
    String name,
    String provider,
    Kind kind,
    int qubits,
    List<ProviderFormat> formats,
    Abilities abilities,
    Shots shots,
    Offer offer,
    @Nullable Retirement retirement) {
  public Target {
    formats = List.copyOf(formats);
  }

  /** What kind of thing runs the program. */
  public enum Kind {
    SIMULATOR,
    EMULATOR,
    SYNTAX_CHECKER,
    QPU;

    public boolean isHardware() {
      return this == QPU;
    }
  }

  /**
   * What programs may do.
   *
   * @param qirProfile {@code Base}, {@code Adaptive_RI} or {@code Adaptive_RIF}; null where QIR is
   *     not accepted
   * @param midCircuit whether measuring, resetting and deciding inside a circuit work
   */
  public record Abilities(@Nullable String qirProfile, boolean midCircuit) {}

  /**
   * How repetitions are asked for.
   *
   * @param parameter the name of the input parameter, {@code shots}
   * @param byDefault what the provider takes when none are sent, null where it is not documented
   * @param minimum the fewest
   * @param maximum the documented limit, null where none is documented
   */
  public record Shots(
      String parameter, @Nullable Integer byDefault, int minimum, @Nullable Integer maximum) {}

  /** What an answer holds. */
  public enum Answer {
    /** One outcome for each shot. */
    SAMPLES,
    /** How often each outcome came. */
    COUNTS,
    /** The exact probabilities, whatever the shots. */
    DISTRIBUTION,
    /** Zeros: the program is only checked. */
    ZEROS
  }

  /**
   * What a target gives and what it costs.
   *
   * @param options names of the provider's options that do not change the price but as {@code
   *     tariff} says, the levels of a name separated by dots; what is below a name is free
   * @param qubitLimits options that lower the number of qubits
   * @param note what a user should know, null for nothing
   */
  public record Offer(
      Answer answer,
      List<String> options,
      List<QubitLimit> qubitLimits,
      Tariff tariff,
      @Nullable String note) {
    public Offer {
      options = List.copyOf(options);
      qubitLimits = List.copyOf(qubitLimits);
    }
  }

  /**
   * An option that lowers the number of qubits.
   *
   * @param option the input parameter, its levels separated by dots: {@code noise.model}
   * @param value the value that lowers it
   * @param byDefault whether it is the value when the option is not given
   */
  public record QubitLimit(String option, String value, boolean byDefault, int qubits) {
    private boolean applies(Map<String, Object> inputParams) {
      Object given = inputParams;
      for (String level : option.split("\\.", -1)) {
        given = given instanceof Map<?, ?> options ? options.get(level) : null;
      }
      return given == null ? byDefault : value.equalsIgnoreCase(given.toString());
    }

    @Override
    public String toString() {
      return option + " " + value + (byDefault ? " (the default)" : "");
    }
  }

  /**
   * What became of a target that is no longer offered.
   *
   * @param successor the name to use instead, null if there is none
   * @param advice what to do, one clause without a full stop
   */
  public record Retirement(@Nullable String successor, String advice) {}

  public boolean isRetired() {
    return retirement != null;
  }

  /** The name to use instead of a retired one; null if there is none, or no need of one. */
  public @Nullable String successor() {
    return retirement == null ? null : retirement.successor();
  }

  /** The option that lowers the number of qubits of a job with these provider options. */
  public Optional<QubitLimit> qubitLimit(Map<String, Object> inputParams) {
    return offer.qubitLimits().stream().filter(limit -> limit.applies(inputParams)).findFirst();
  }

  /** The accepted format of that name, in any case. */
  public Optional<ProviderFormat> format(String input) {
    return formats.stream().filter(format -> format.input().equalsIgnoreCase(input)).findFirst();
  }
}
