package io.quantumexecutor.target;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.OutputLayout;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.job.Program;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.target.CircuitFormats.Dialect;
import io.quantumexecutor.workspace.ProviderFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns a submission into what its target takes. Another version of the service may turn it into
 * something else: what was sent is kept, see {@link SentInput}.
 */
public class Translation {
  private final Targets targets;
  private final CircuitLimits limits;

  public Translation(Targets targets, CircuitLimits limits) {
    this.targets = targets;
    this.limits = limits;
  }

  /**
   * Translates a submission for its target.
   *
   * @throws RefusedException with every problem if the program is wrong or the target cannot run it
   */
  public ProviderInput translate(Submission submission) {
    Target target = target(submission.target());
    try {
      Optional<ProviderFormat> untouched =
          submission.program().named() && !isRewritten(submission, target)
              ? target.format(submission.program().format())
              : Optional.empty();
      return untouched.isPresent()
          ? passedThrough(submission, target, untouched.get())
          : written(submission, target);
    } catch (ProgramException e) {
      throw RefusedException.program(e);
    }
  }

  /**
   * A provider may read a text otherwise than we do, and a limit holds only for what we read: where
   * there is one, the program is sent as we write it.
   */
  private static boolean isRewritten(Submission submission, Target target) {
    return KnownOptions.matterFor(submission, target)
        && CircuitFormats.readable(submission.program()).isPresent()
        && target.formats().stream().anyMatch(format -> CircuitFormats.canWrite(format.input()));
  }

  /**
   * Reads a program to find what is wrong with it; one that only a provider can read passes.
   *
   * @throws RefusedException with every problem
   */
  public void read(Program program, Map<String, Double> parameters) {
    try {
      CircuitFormats.readable(program)
          .ifPresent(
              text -> CircuitFormats.read(text, parameters, limitsOf(text), new ArrayList<>()));
    } catch (ProgramException e) {
      throw RefusedException.program(e);
    }
  }

  private CircuitLimits limitsOf(Program.Text program) {
    return limits.forText(program.text().length());
  }

  /** Which catalogue of targets and prices the translation goes by. */
  public String catalogueVersion() {
    return targets.version();
  }

  private Target target(String name) {
    return targets
        .find(name)
        .orElseThrow(
            () ->
                RefusedException.of(
                    "unknown-backend",
                    "/backend_preferences/backend_name",
                    "there is no backend «" + name + "»"));
  }

  private ProviderInput passedThrough(Submission submission, Target target, ProviderFormat format) {
    List<String> warnings = new ArrayList<>();
    Circuit read = readUntouched(submission, format, warnings);
    OutputLayout layout =
        read == null ? null : OutputLayout.of(CircuitFormats.measured(read, warnings));
    return new ProviderInput(
        target,
        format,
        ProviderInput.Content.of(submission.program()),
        inputParams(submission, target, format),
        layout,
        layout == null ? List.of() : layout.outputs().names(),
        submission.parameters().isEmpty() ? read : null,
        warnings);
  }

  /**
   * The provider may know more than our readers, so a program that we cannot read is no error; the
   * structure of QIR's outputs is the service's own.
   */
  private @Nullable Circuit readUntouched(
      Submission submission, ProviderFormat format, List<String> warnings) {
    Program.Text text = CircuitFormats.readable(submission.program()).orElse(null);
    if (format.input().equals(CircuitFormats.QIR) || text == null) {
      return null;
    }
    try {
      return CircuitFormats.read(text, submission.parameters(), limitsOf(text), warnings);
    } catch (ProgramException e) {
      warnings.add(
          "the program could not be read here and was passed through unchecked: " + e.getMessage());
      return null;
    }
  }

  private ProviderInput written(Submission submission, Target target) {
    List<String> warnings = new ArrayList<>();
    if (submission.program().named() && target.format(submission.program().format()).isPresent()) {
      warnings.add(
          "because of max_cost the program is sent as it was read here, not letter by letter: what"
              + " is priced is what runs");
    }
    Program.Text text =
        CircuitFormats.readable(submission.program())
            .orElseThrow(() -> unreadable(submission.program()));
    Circuit read = CircuitFormats.read(text, submission.parameters(), limitsOf(text), warnings);
    Circuit circuit = CircuitFormats.measured(read, warnings);
    ProviderFormat format = writable(target);
    requireQubits(circuit, target, submission.inputParams());
    String written =
        CircuitFormats.write(
            circuit, new Dialect(format.input(), target.abilities()), limitsOf(text));
    OutputLayout layout = OutputLayout.of(circuit);
    return new ProviderInput(
        target,
        format,
        ProviderInput.Content.text(written),
        inputParams(submission, target, format),
        layout.named(CircuitFormats.writtenRegisters(circuit, format.input())),
        layout.outputs().names(),
        null,
        warnings);
  }

  private static ProgramException unreadable(Program program) {
    return new ProgramException(
        ProgramError.of("a program of format «" + program.format() + "» cannot be translated"));
  }

  private static ProviderFormat writable(Target target) {
    return target.formats().stream()
        .filter(format -> CircuitFormats.canWrite(format.input()))
        .findFirst()
        .orElseThrow(() -> notForCircuits(target));
  }

  private static RefusedException notForCircuits(Target target) {
    String accepted =
        String.join(", ", target.formats().stream().map(ProviderFormat::input).toList());
    return RefusedException.of(
        "format-not-accepted",
        "/program",
        "%s does not run gate circuits; it takes only %s: name that format in the program"
            .formatted(target.name(), accepted));
  }

  private static void requireQubits(
      Circuit circuit, Target target, Map<String, Object> inputParams) {
    Optional<Target.QubitLimit> limit = target.qubitLimit(inputParams);
    int most = limit.map(Target.QubitLimit::qubits).orElse(target.qubits());
    if (circuit.qubitCount() > most) {
      throw RefusedException.of(
          "too-many-qubits",
          "/program",
          "the program has %d qubits and %s has %d%s"
              .formatted(
                  circuit.qubitCount(),
                  target.name(),
                  most,
                  limit.map(it -> " with " + it).orElse("")));
    }
  }

  /**
   * The circuit that is really sent, read back from the bytes unless they were read already; empty
   * if only the provider can read them, or if one job sends several.
   */
  Optional<Circuit> sent(ProviderInput input, Submission submission) {
    String format = input.format().input();
    if (!CircuitFormats.canRead(format) || submission.inputParams().containsKey("items")) {
      return Optional.empty();
    }
    if (input.read() != null) {
      return Optional.of(input.read());
    }
    String text = new String(input.content().bytes(), StandardCharsets.UTF_8);
    try {
      return Optional.of(
          CircuitFormats.read(
              new Program.Text(format, true, text), Map.of(), limits, new ArrayList<>()));
    } catch (ProgramException onlyTheProviderCanReadIt) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> inputParams(
      Submission submission, Target target, ProviderFormat format) {
    Map<String, Object> added = new HashMap<>();
    added.put(target.shots().parameter(), submission.numShots());
    if (format.input().equals(CircuitFormats.QIR)) {
      added.put("entryPoint", "ENTRYPOINT__main");
      added.put("arguments", List.of());
      String profile = target.abilities().qirProfile();
      if (profile != null) {
        added.put("target_profile", profile);
      }
    }
    return added;
  }
}
