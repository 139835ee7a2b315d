package io.quantumexecutor.circuit.qir;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.StepBudget;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No kind of instruction may vanish from a circuit. */
class InstructionKindsTest {
  private static final String TEXT =
      """
      define void @main() #0 {
      entry:
        call void @__quantum__qis__mz__body(ptr null, ptr null)
        %one = call i1 @__quantum__rt__read_result(ptr null)
        %not = xor i1 %one, true
        %same = select i1 %not, i1 false, i1 true
        br i1 %same, label %then, label %join
      then:
        call void @__quantum__qis__x__body(ptr null)
        br label %join
      join:
        %late = phi i1 [ true, %then ], [ false, %entry ]
        br i1 %late, label %last, label %end
      last:
        call void @__quantum__qis__y__body(ptr null)
        br label %end
      end:
        ret void
      }
      attributes #0 = { "entry_point" }
      """;

  @Test
  void read_everyKindOfInstruction_isKnown() {
    Set<Class<?>> kinds = new HashSet<>();
    for (QirProgram.Block block : QirParser.parse(TEXT, new StepBudget(100_000)).blocks()) {
      block.instructions().forEach(instruction -> kinds.add(instruction.getClass()));
      kinds.add(block.last().getClass());
    }
    kinds.add(QirProgram.Label.class); // has become the name of its block

    assertThat(kinds)
        .containsExactlyInAnyOrder(QirProgram.Instruction.class.getPermittedSubclasses());
    List<Operation> operations = QirReader.read(TEXT, CircuitLimits.DEFAULT).operations();
    assertThat(operations).filteredOn(Operation.Conditional.class::isInstance).hasSize(2);
  }
}
