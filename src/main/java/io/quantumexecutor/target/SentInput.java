package io.quantumexecutor.target;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.circuit.OutputLayout;
import io.quantumexecutor.circuit.classiq.ClassiqOutput;
import io.quantumexecutor.target.price.CircuitFacts;
import io.quantumexecutor.target.price.Quote;
import io.quantumexecutor.workspace.ProviderFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job's input as it was sent, together with what it means. It is stored once, before the input is
 * uploaded; whatever version of the service reads the answer later, reads it by this and translates
 * nothing again.
 */
public final class SentInput {
  private final Meaning meaning;
  private final byte[] bytes;

  public SentInput(Meaning meaning, byte[] bytes) {
    this.meaning = meaning;
    this.bytes = bytes;
  }

  /**
   * What the bytes mean.
   *
   * @param target the target's canonical name
   * @param format of the bytes, and of the answer that was asked for
   * @param inputParams all options that the provider got: the caller's and ours
   */
  public record Meaning(
      String target,
      String provider,
      ProviderFormat format,
      Map<String, Object> inputParams,
      Answer answer,
      Explanation explanation) {}

  /**
   * How the answer is read.
   *
   * @param numShots repetitions that were asked for
   * @param seed of the draws from an ideal distribution
   * @param layout how the answer maps to bits; null for a program that was passed through unread
   * @param registers the registers' names in the caller's program, in the layout's order
   * @param outputs of a Classiq program; empty for others
   * @param outputTypes output → type as Classiq writes it; an empty object for others
   */
  public record Answer(
      int numShots,
      long seed,
      @Nullable OutputLayout layout,
      List<String> registers,
      List<ClassiqOutput> outputs,
      JsonNode outputTypes) {}

  /**
   * What a reader of the job wants to know besides.
   *
   * @param facts null if the sent program cannot be read here
   * @param catalogueVersion which catalogue of targets and prices was used
   */
  public record Explanation(
      List<String> warnings, @Nullable CircuitFacts facts, Quote price, String catalogueVersion) {}

  public Meaning meaning() {
    return meaning;
  }

  /** The input byte for byte, not to be changed. */
  public byte[] bytes() {
    return bytes;
  }
}
