package io.quantumexecutor.faults;

import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.job.Program;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.quantum.ProviderCatalogue;
import io.quantumexecutor.target.ProviderInput;
import io.quantumexecutor.target.Target;
import io.quantumexecutor.target.TargetCatalogue;
import io.quantumexecutor.target.Targets;
import io.quantumexecutor.target.Translation;
import io.quantumexecutor.target.price.PriceSource;
import io.quantumexecutor.target.price.Unpublished;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A version of the service, as far as versions differ in what becomes of a submission. */
enum Release {
  TODAY,
  /** Puts the program's qubits in another order, and has another price. */
  OTHER_LAYOUT,
  /** No longer knows the target. */
  WITHOUT_TARGET;

  private static final String TARGET = "ionq.simulator";

  /** Read once: a run makes many instances. */
  private static final TargetCatalogue BUNDLED = ProviderCatalogue.bundled();

  TargetCatalogue catalogue() {
    return switch (this) {
      case TODAY -> BUNDLED;
      case OTHER_LAYOUT -> new Changed(Optional.of(priced(BUNDLED.find(TARGET).orElseThrow())));
      case WITHOUT_TARGET -> new Changed(Optional.empty());
    };
  }

  Translation translation(Targets targets) {
    return this == OTHER_LAYOUT
        ? new Mirrored(targets)
        : new Translation(targets, CircuitLimits.DEFAULT);
  }

  private static Target priced(Target target) {
    PriceSource source = new PriceSource("a later price list", LocalDate.of(2027, 1, 1));
    return new Target(
        target.name(),
        target.provider(),
        target.kind(),
        target.qubits(),
        target.formats(),
        target.abilities(),
        target.shots(),
        new Target.Offer(
            target.offer().answer(),
            target.offer().options(),
            target.offer().qubitLimits(),
            new Unpublished("EUR", source),
            null),
        null);
  }

  /** Today's catalogue with something else in place of the target. */
  private record Changed(Optional<Target> instead) implements TargetCatalogue {
    @Override
    public Optional<Target> find(String name) {
      return name.equals(TARGET) ? instead : BUNDLED.find(name);
    }

    @Override
    public String version() {
      return "later";
    }

    @Override
    public List<Target> all() {
      return BUNDLED.all();
    }
  }

  /** Means the same by what it sends, but with the qubits of a pair exchanged. */
  private static final class Mirrored extends Translation {
    Mirrored(Targets targets) {
      super(targets, CircuitLimits.DEFAULT);
    }

    @Override
    public ProviderInput translate(Submission submission) {
      Program.Text program = (Program.Text) submission.program();
      if (!program.text().contains("qreg q[2]")) {
        return super.translate(submission);
      }
      String text =
          program.text().replace("q[0]", "q[-]").replace("q[1]", "q[0]").replace("q[-]", "q[1]");
      return super.translate(
          new Submission(
              new Program.Text(program.format(), program.named(), text),
              submission.target(),
              submission.numShots(),
              submission.parameters(),
              submission.inputParams(),
              submission.options()));
    }
  }
}
