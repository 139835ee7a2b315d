package io.quantumexecutor.circuit.qir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.Condition;
import io.quantumexecutor.circuit.GateType;
import io.quantumexecutor.circuit.Operation;
import io.quantumexecutor.circuit.Operation.Conditional;
import io.quantumexecutor.circuit.Operation.Gate;
import io.quantumexecutor.circuit.Operation.Measurement;
import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.Register;
import java.util.List;
import org.junit.jupiter.api.Test;

class QirWriterTest {
  @Test
  void write_baseCircuit_isTheWholeFile() {
    Circuit circuit =
        new Circuit(
            List.of(new Register("q", 2)),
            List.of(new Register("c", 1)),
            List.of(
                gate(GateType.RZ, List.of(-1.0e-7), List.of(), 0),
                gate(GateType.X, List.of(), List.of(0), 1),
                new Measurement(1, 0, Place.NONE)));
    assertThat(QirWriter.write(circuit, QirProfile.BASE))
        .isEqualTo(
            """
            %Result = type opaque
            %Qubit = type opaque

            @0 = internal constant [4 x i8] c"0_a\\00"
            @1 = internal constant [6 x i8] c"1_a0r\\00"

            define i64 @ENTRYPOINT__main() #0 {
            block_0:
              call void @__quantum__rt__initialize(i8* null)
              call void @__quantum__qis__rz__body(double -0.00000010, %Qubit* inttoptr (i64 0 to %Qubit*))
              call void @__quantum__qis__cx__body(%Qubit* inttoptr (i64 0 to %Qubit*), %Qubit* inttoptr (i64 1 to %Qubit*))
              call void @__quantum__qis__m__body(%Qubit* inttoptr (i64 1 to %Qubit*), %Result* inttoptr (i64 0 to %Result*))
              call void @__quantum__rt__array_record_output(i64 1, i8* getelementptr inbounds ([4 x i8], [4 x i8]* @0, i64 0, i64 0))
              call void @__quantum__rt__result_record_output(%Result* inttoptr (i64 0 to %Result*), i8* getelementptr inbounds ([6 x i8], [6 x i8]* @1, i64 0, i64 0))
              ret i64 0
            }

            declare void @__quantum__rt__initialize(i8*)

            declare void @__quantum__qis__rz__body(double, %Qubit*)

            declare void @__quantum__qis__cx__body(%Qubit*, %Qubit*)

            declare void @__quantum__qis__m__body(%Qubit*, %Result*) #1

            declare void @__quantum__rt__array_record_output(i64, i8*)

            declare void @__quantum__rt__result_record_output(%Result*, i8*)

            attributes #0 = { "entry_point" "output_labeling_schema" "qir_profiles"="base_profile" "required_num_qubits"="2" "required_num_results"="1" }
            attributes #1 = { "irreversible" }

            ; module flags

            !llvm.module.flags = !{!0, !1, !2, !3}

            !0 = !{i32 1, !"qir_major_version", i32 1}
            !1 = !{i32 7, !"qir_minor_version", i32 0}
            !2 = !{i32 1, !"dynamic_qubit_management", i1 false}
            !3 = !{i32 1, !"dynamic_result_management", i1 false}
            """);
  }

  @Test
  void write_conditionOnTwoBits_testsThemOneAfterTheOther() {
    Condition both =
        new Condition.AllOf(List.of(new Condition.BitIs(0, true), new Condition.BitIs(1, false)));
    String text =
        QirWriter.write(
            circuit(
                new Measurement(0, 0, Place.NONE),
                new Measurement(1, 1, Place.NONE),
                new Conditional(both, List.of(x(2)), List.of(), Place.NONE)),
            QirProfile.ADAPTIVE_RI);
    assertThat(text)
        .contains(
            """
              br i1 %var_1, label %block_1, label %block_3
            block_1:
              %var_2 = call i1 @__quantum__rt__read_result(%Result* inttoptr (i64 1 to %Result*))
              br i1 %var_2, label %block_3, label %block_2
            block_2:
              call void @__quantum__qis__x__body(%Qubit* inttoptr (i64 2 to %Qubit*))
              br label %block_3
            block_3:
            """)
        .contains("\"qir_profiles\"=\"adaptive_profile\"")
        .endsWith("!4 = !{i32 5, !\"int_computations\", !{!\"i64\"}}\n");
  }

  @Test
  void write_bitMeasuredTwice_recordsTheLastResult() {
    String text =
        QirWriter.write(
            circuit(
                new Measurement(0, 0, Place.NONE),
                x(0),
                new Measurement(0, 0, Place.NONE),
                new Measurement(1, 1, Place.NONE),
                new Measurement(2, 2, Place.NONE)),
            QirProfile.ADAPTIVE_RIF);
    assertThat(text)
        .contains("result_record_output(%Result* inttoptr (i64 1 to %Result*), i8* getelementptr")
        .doesNotContain("result_record_output(%Result* inttoptr (i64 0 to")
        .contains("\"required_num_results\"=\"4\"")
        .contains("float_computations");
  }

  @Test
  void write_bitsNeverMeasured_shareOneUntouchedQubit() {
    String text = QirWriter.write(circuit(x(0), x(1), x(2)), QirProfile.BASE);
    assertThat(text)
        .contains("m__body(%Qubit* inttoptr (i64 3 to %Qubit*), %Result* inttoptr (i64 0 to")
        .contains("\"required_num_qubits\"=\"4\" \"required_num_results\"=\"1\"");
    String spare = QirWriter.write(circuit(x(0), x(2)), QirProfile.BASE);
    assertThat(spare)
        .contains("m__body(%Qubit* inttoptr (i64 1 to %Qubit*), %Result* inttoptr (i64 0 to")
        .contains("\"required_num_qubits\"=\"3\"");
  }

  @Test
  void write_conditionOnBitsNotYetMeasured_isDecidedHere() {
    Conditional conditional =
        new Conditional(new Condition.BitIs(0, true), List.of(x(0)), List.of(x(1)), Place.NONE);
    String text = QirWriter.write(circuit(conditional), QirProfile.ADAPTIVE_RI);
    assertThat(text).contains("x__body(%Qubit* inttoptr (i64 1").doesNotContain("br ");
  }

  @Test
  void write_measurementInsideConditional_isRefusedByPlace() {
    Conditional inner =
        new Conditional(
            new Condition.BitIs(0, true),
            List.of(new Measurement(0, 0, new Place(4, 5))),
            List.of(new Measurement(1, 1, new Place(6, 5))),
            new Place(3, 1));
    String advice = "QIR cannot record a measurement inside a conditional; measure outside of it";
    assertThatThrownBy(() -> QirWriter.write(circuit(inner), QirProfile.ADAPTIVE_RI))
        .isInstanceOf(ProgramException.class)
        .hasMessage("line 4, column 5: " + advice + "; line 6, column 5: " + advice);
    assertThatThrownBy(() -> QirWriter.write(circuit(inner), QirProfile.BASE))
        .isInstanceOf(ProgramException.class)
        .hasMessageStartingWith("line 3, column 1: base-profile QIR cannot express a conditional");
  }

  @Test
  void decimal_anyNumber_hasAPointAndNoExponentAndReadsBack() {
    for (double value : new double[] {0.0, -0.0, 1e22, -3e-9, Math.PI, 1.5e300, 4.9e-324}) {
      String text = QirText.decimal(value);
      assertThat(text).contains(".").doesNotContain("E");
      assertThat(Double.parseDouble(text)).isEqualTo(value);
    }
  }

  private static Gate x(int target) {
    return gate(GateType.X, List.of(), List.of(), target);
  }

  private static Gate gate(GateType type, List<Double> angles, List<Integer> controls, int target) {
    return new Gate(type, angles, controls, List.of(target), Place.NONE);
  }

  private static Circuit circuit(Operation... operations) {
    return new Circuit(
        List.of(new Register("q", 3)),
        List.of(new Register("a", 2), new Register("b", 1)),
        List.of(operations));
  }
}
