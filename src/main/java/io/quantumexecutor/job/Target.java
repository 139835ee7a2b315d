package io.quantumexecutor.job;

import java.util.List;
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
 * @param successor the name to use instead when the target is retired, null while it is not
 */
public record Target(
    String name,
    String provider,
    Kind kind,
    int qubits,
    List<Format> formats,
    Abilities abilities,
    Shots shots,
    @Nullable String successor) {
  public Target {
    formats = List.copyOf(formats);
  }

  /** What kind of thing runs the program. */
  public enum Kind {
    SIMULATOR,
    EMULATOR,
    SYNTAX_CHECKER,
    QPU
  }

  /**
   * An input format and the output format to ask for with it.
   *
   * @param input for example {@code ionq.circuit.v1}
   * @param contentType media type of the input blob
   */
  public record Format(String input, String output, String contentType) {}

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
   * @param maximum the documented limit, null where none is documented
   */
  public record Shots(String parameter, @Nullable Integer maximum) {}

  /** The accepted format of that name, in any case. */
  public Optional<Format> format(String input) {
    return formats.stream().filter(format -> format.input().equalsIgnoreCase(input)).findFirst();
  }
}
