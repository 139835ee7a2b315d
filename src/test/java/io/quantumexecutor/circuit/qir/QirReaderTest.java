package io.quantumexecutor.circuit.qir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import io.quantumexecutor.circuit.Condition.AllOf;
import io.quantumexecutor.circuit.Condition.AnyOf;
import io.quantumexecutor.circuit.Condition.BitIs;
import io.quantumexecutor.circuit.GateType;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Operation.Conditional;
import io.quantumexecutor.circuit.Operation.Gate;
import io.quantumexecutor.circuit.Operation.Measurement;
import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.Register;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class QirReaderTest {
  private static final String ATTRIBUTES =
      "attributes #0 = { \"entry_point\" \"required_num_qubits\"=\"3\" }\n";

  @Test
  void read_fourBlocksWithOpaquePointers_isTheCircuit() {
    Circuit circuit =
        read(
            """
            source_filename = "program"
            @0 = internal constant [2 x i8] c"r\\00"
            define i64 @main() #0 {
            entry: ; a comment
              tail call void @__quantum__rt__initialize(ptr null)
              br label %body
            body:
              call void @__quantum__qis__h__body(ptr null), !dbg !5
              call void @__quantum__qis__cnot__body(ptr null, ptr nonnull inttoptr (i64 1 to ptr))
              call void @__quantum__qis__rz__body(double 0xBFF0000000000000, ptr null)
              call void @__quantum__qis__rx__body(double 2.5e-1, ptr null)
              br label %measurements
            measurements:
              call void @__quantum__qis__mz__body(ptr null, ptr writeonly null) #1
              call void @__quantum__qis__mz__body(ptr inttoptr (i64 1 to ptr), ptr inttoptr (i64 1 to ptr))
              br label %output
            output:
              call void @__quantum__rt__result_record_output(ptr inttoptr (i64 1 to ptr), ptr @0)
              call void @__quantum__rt__result_record_output(ptr null, ptr null)
              ret i64 0
            }
            """);
    assertThat(circuit)
        .isEqualTo(
            new Circuit(
                List.of(new Register("q", 3)),
                List.of(new Register("c0", 1), new Register("c1", 1)),
                List.of(
                    gate(GateType.H, List.of(), List.of(), 0),
                    gate(GateType.X, List.of(), List.of(0), 1),
                    gate(GateType.RZ, List.of(-1.0), List.of(), 0),
                    gate(GateType.RX, List.of(0.25), List.of(), 0),
                    new Measurement(0, 1, Place.NONE),
                    new Measurement(1, 0, Place.NONE))));
  }

  @Test
  void read_nestedRecords_areRegistersInTheOrderOfTheCalls() {
    Circuit circuit =
        body(
            """
            call void @__quantum__qis__h__body(%Qubit* null)
            call void @__quantum__qis__mresetz__body(%Qubit* null, %Result* null)
            call void @__quantum__qis__m__body(%Qubit* null, %Result* inttoptr (i64 1 to %Result*))
            call void @__quantum__rt__tuple_record_output(i64 2, i8* null)
            call void @__quantum__rt__tuple_record_output(i64 1, i8* null)
            call void @__quantum__rt__array_record_output(i64 2, i8* null)
            call void @__quantum__rt__result_record_output(%Result* inttoptr (i64 1 to %Result*), i8* null)
            call void @__quantum__rt__result_record_output(%Result* null, i8* null)
            call void @__quantum__rt__result_record_output(%Result* null, i8* null)
            ret void
            """);
    assertThat(circuit.bits()).containsExactly(new Register("c0", 2), new Register("c1", 1));
    assertThat(circuit.operations().subList(1, 5))
        .containsExactly(
            new Measurement(0, 1, Place.NONE),
            new Measurement(0, 2, Place.NONE),
            new Operation.Reset(0, Place.NONE),
            new Measurement(0, 0, Place.NONE));
  }

  @Test
  void read_numbersOfBits_becomeConditionsLittleEndianAsComputed() {
    Circuit circuit =
        body(
            """
            call void @__quantum__qis__h__body(%Qubit* null)
            call void @__quantum__qis__m__body(%Qubit* null, %Result* null)
            call void @__quantum__qis__m__body(%Qubit* inttoptr (i64 1 to %Qubit*), %Result* inttoptr (i64 1 to %Result*))
            %a = call i1 @__quantum__rt__read_result(%Result* null)
            br i1 %a, label %one, label %join
            one:
            br label %join
            join:
            %n = phi i64 [0, %start], [1, %one]
            %b = call i1 @__quantum__qis__read_result__body(%Result* inttoptr (i64 1 to %Result*))
            %wide = zext i1 %b to i64
            %shifted = shl nuw nsw i64 %wide, 1
            %sum = add i64 %n, %shifted
            %is = icmp eq i64 %sum, 2
            %either = or i1 %a, %b
            %choice = select i1 %is, i1 true, i1 false
            br i1 %choice, label %yes, label %no
            yes:
            call void @__quantum__qis__x__body(%Qubit* inttoptr (i64 2 to %Qubit*))
            br label %end
            no:
            call void @__quantum__qis__y__body(%Qubit* inttoptr (i64 2 to %Qubit*))
            br label %end
            end:
            br i1 %either, label %last, label %out
            last:
            call void @__quantum__qis__z__body(%Qubit* inttoptr (i64 2 to %Qubit*))
            br label %out
            out:
            ret i64 0
            """);
    BitIs first = new BitIs(0, true);
    BitIs second = new BitIs(1, true);
    AllOf isTwo = new AllOf(List.of(first.negated(), second));
    assertThat(circuit.bits()).containsExactly(new Register(QirReader.UNRECORDED, 2).internal());
    assertThat(circuit.operations().subList(3, 5))
        .containsExactly(
            new Conditional(
                isTwo,
                List.of(gate(GateType.X, List.of(), List.of(), 2)),
                List.of(gate(GateType.Y, List.of(), List.of(), 2)),
                Place.NONE),
            new Conditional(
                new AnyOf(List.of(first, second)),
                List.of(gate(GateType.Z, List.of(), List.of(), 2)),
                List.of(),
                Place.NONE));
  }

  @Test
  void read_faults_areNamedWithLineAndColumn() {
    Map<String, String> messages =
        Map.ofEntries(
            Map.entry(
                "call void @__quantum__qis__foo__body(%Qubit* null)",
                "line 3, column 1: function \"__quantum__qis__foo__body\" is not supported"),
            Map.entry(
                "call void @__quantum__qis__h__body(%Qubit* inttoptr (i64 3 to %Qubit*))",
                "line 3, column 1: qubit 3 is out of range: the program declares 3"),
            Map.entry(
                "call void @__quantum__qis__cx__body(%Qubit* null, %Qubit* null)",
                "line 3, column 1: qubit 0 is named twice in one gate"),
            Map.entry(
                "call void @__quantum__qis__rx__body(%Qubit* null)",
                "line 3, column 1: function \"__quantum__qis__rx__body\" needs other operands"),
            Map.entry("%a = load i64, i64* %p", "line 3, column 6: instruction \"load\" is not"),
            Map.entry(
                "call void @__quantum__rt__result_record_output(%Result* null, i8* null)",
                "line 3, column 1: result 0 has not been measured"),
            Map.entry(
                "call void @__quantum__rt__array_record_output(i64 9, i8* null)",
                "line 3, column 1: the group has 9 items, fewer are recorded after it"),
            Map.entry("br label %start", "line 3, column 1: the block that ends here is part of a"),
            Map.entry("br label %x", "line 3, column 1: there is no block \"x\""),
            Map.entry("br i1 %x, label %y, label %y\ny:", "line 3, column 1: %x must be a number"),
            Map.entry(
                "call void @__quantum__qis__rz__body(double 1E999, %Qubit* null)",
                "line 3, column 44: \"1E999\" is not a usable number"));
    messages.forEach(
        (line, message) ->
            assertThatThrownBy(() -> body(line + "\nret void"))
                .as(line)
                .isInstanceOf(ProgramException.class)
                .hasMessageStartingWith(message));
  }

  @Test
  void read_measurementInBranch_isRefusedByPlace() {
    assertThatThrownBy(
            () ->
                body(
                    """
                    call void @__quantum__qis__m__body(%Qubit* null, %Result* null)
                    %a = call i1 @__quantum__rt__read_result(%Result* null)
                    br i1 %a, label %one, label %join
                    one:
                      call void @__quantum__qis__m__body(%Qubit* null, %Result* inttoptr (i64 1 to %Result*))
                    br label %join
                    join:
                    call void @__quantum__rt__result_record_output(%Result* inttoptr (i64 1 to %Result*), i8* null)
                    ret void
                    """))
        .isInstanceOf(ProgramException.class)
        .hasMessageStartingWith(
            "line 7, column 3: a qubit is measured in a block that only some runs enter");
  }

  @Test
  void read_withoutExactlyOneEntryPoint_isRefused() {
    String expected = " functions with the attribute \"entry_point\"; exactly one is needed";
    assertThatThrownBy(() -> read("")).hasMessage("the text has 0" + expected);
    String function = "define void @a() #0 {\nret void\n}\n";
    assertThatThrownBy(() -> read(function + function)).hasMessage("the text has 2" + expected);
  }

  @Test
  @Timeout(30)
  void read_hostileTexts_areRefusedQuickly() {
    CircuitLimits limits = CircuitLimits.DEFAULT;
    StringBuilder diamonds = new StringBuilder("define void @a() \"entry_point\" {\n");
    for (int i = 0; i < 3_000; i++) {
      diamonds.append("call void @__quantum__qis__m__body(%Qubit* null, %Result* inttoptr (i64 ");
      diamonds.append(i).append(" to %Result*))\n");
    }
    for (int i = 0; i < 3_000; i++) {
      diamonds.append("%v").append(i).append(" = call i1 @__quantum__rt__read_result(%Result* ");
      diamonds.append("inttoptr (i64 ").append(i).append(" to %Result*))\n");
      diamonds.append("br i1 %v").append(i).append(", label %b").append(i);
      diamonds.append(", label %b").append(i / 2 + 3_000).append("\nb").append(i).append(":\n");
    }
    diamonds.append("ret void\n");
    for (int i = 3_000; i < 4_500; i++) {
      diamonds.append('b').append(i).append(":\nbr label %b").append(i == 4_499 ? 2_999 : i + 1);
      diamonds.append('\n');
    }
    for (String hostile :
        List.of(
            diamonds.append("}\n").toString(),
            "define void @a() \"entry_point\" {\n" + "call ".repeat(1_000_000),
            "attributes #0 = { ".repeat(400_000),
            "%".repeat(limits.sourceChars()),
            "\"".repeat(limits.sourceChars()),
            "define ".repeat(1_000_000),
            " ".repeat(limits.sourceChars() + 1))) {
      assertThatThrownBy(() -> QirReader.read(hostile, limits))
          .isInstanceOf(ProgramException.class)
          .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(40_000));
    }
  }

  private static Circuit body(String instructions) {
    return read("define void @main() #0 {\nstart:\n" + instructions + "}\n");
  }

  private static Circuit read(String text) {
    return QirReader.read(text + (text.isEmpty() ? "" : ATTRIBUTES), CircuitLimits.DEFAULT);
  }

  private static Gate gate(GateType type, List<Double> angles, List<Integer> controls, int target) {
    return new Gate(type, angles, controls, List.of(target), Place.NONE);
  }
}
