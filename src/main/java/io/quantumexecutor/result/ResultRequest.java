package io.quantumexecutor.result;

import io.quantumexecutor.circuit.OutputLayout;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a decoder needs to know besides the answer.
 *
 * @param outputFormat the job's output data format
 * @param target the target that ran the program
 * @param layout the outputs of a program we translated; null for one that was passed through: then
 *     the registers follow the structure of the answer. For a passed-through IonQ program of n
 *     qubits give one register {@code q} whose bit i is qubit i: its answer does not tell n
 * @param requestedShots at least 1
 * @param seed of the draws from an ideal distribution
 */
public record ResultRequest(
    String outputFormat,
    String target,
    @Nullable OutputLayout layout,
    int requestedShots,
    long seed) {
  public ResultRequest {
    if (requestedShots < 1) {
      throw new IllegalArgumentException(requestedShots + " shots requested");
    }
  }

  /**
   * Whether the target computes the distribution instead of drawing shots. The IonQ simulator does,
   * for QIR too, whose shots are rounded multiples of probabilities (Azure Quantum documentation).
   */
  boolean isIdeal() {
    return target.toLowerCase(Locale.ROOT).equals("ionq.simulator");
  }
}
