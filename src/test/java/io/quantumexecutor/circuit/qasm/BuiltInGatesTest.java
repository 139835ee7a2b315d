package io.quantumexecutor.circuit.qasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantumexecutor.circuit.Circuit;
import io.quantumexecutor.circuit.CircuitLimits;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every gate of the library against its matrix as published, written out here by hand. */
class BuiltInGatesTest {
  private static final double A = 0.7;
  private static final double B = -1.3;
  private static final double C = 2.1;
  private static final double R = Math.sqrt(0.5);

  /** A complex number. */
  private record Z(double re, double im) {
    static final Z ZERO = new Z(0, 0);
    static final Z ONE = new Z(1, 0);
    static final Z I = new Z(0, 1);

    Z times(double factor) {
      return new Z(re * factor, im * factor);
    }

    static Z cis(double angle) {
      return new Z(Math.cos(angle), Math.sin(angle));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "y",
        "z",
        "h",
        "s",
        "sdg",
        "t",
        "tdg",
        "sx",
        "sxdg",
        "id",
        "u0(1)",
        "rx(0.7)",
        "ry(0.7)",
        "rz(0.7)",
        "p(0.7)",
        "u1(0.7)",
        "phase(0.7)",
        "u2(-1.3,2.1)",
        "u3(0.7,-1.3,2.1)",
        "u(0.7,-1.3,2.1)",
        "U(0.7,-1.3,2.1)",
        "r(0.7,-1.3)"
      })
  void gate_onOneQubit_hasItsMatrix(String call) {
    assertMatrix(call, 1, oneQubit(call.replaceAll("\\(.*", "")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cx|x|1",
        "CX|x|1",
        "cnot|x|1",
        "cy|y|1",
        "cz|z|1",
        "ch|h|1",
        "cs|s|1",
        "csdg|sdg|1",
        "csx|sx|1",
        "crx(0.7)|rx|1",
        "cry(0.7)|ry|1",
        "crz(0.7)|rz|1",
        "cp(0.7)|p|1",
        "cu1(0.7)|p|1",
        "cphase(0.7)|p|1",
        "cu3(0.7,-1.3,2.1)|u3|1",
        "ccx|x|2",
        "toffoli|x|2",
        "ccz|z|2",
        "c3x|x|3",
        "c4x|x|4",
        "c3sx|sx|3",
        "c3sqrtx|sx|3"
      })
  void gate_withControls_actsOnlyWhenAllAreOne(String call, String inner, int controls) {
    Z[][] gate = oneQubit(inner);
    int size = 2 << controls;
    Z[][] expected = identity(size);
    int low = (1 << controls) - 1;
    int high = size - 1;
    expected[low][low] = gate[0][0];
    expected[low][high] = gate[0][1];
    expected[high][low] = gate[1][0];
    expected[high][high] = gate[1][1];
    assertMatrix(call, controls + 1, expected);
  }

  @Test
  void cu_hasItsPhaseOnTheControl() {
    Z[][] expected = identity(4);
    Z[][] u = oneQubit("u3");
    for (int r = 0; r < 2; r++) {
      for (int c = 0; c < 2; c++) {
        double angle = Math.atan2(u[r][c].im, u[r][c].re) + 0.4;
        expected[1 + 2 * r][1 + 2 * c] = Z.cis(angle).times(Math.hypot(u[r][c].re, u[r][c].im));
      }
    }
    assertMatrix("cu(0.7,-1.3,2.1,0.4)", 2, expected);
  }

  @Test
  void gates_onTwoQubits_haveTheirMatrices() {
    assertMatrix("swap", 2, permutation(0, 2, 1, 3));
    assertMatrix("dcx", 2, permutation(0, 2, 3, 1));
    Z[][] iswap = identity(4);
    iswap[1][1] = Z.ZERO;
    iswap[2][2] = Z.ZERO;
    iswap[1][2] = Z.I;
    iswap[2][1] = Z.I;
    assertMatrix("iswap", 2, iswap);
    Z r = new Z(R, 0);
    Z i = new Z(0, R);
    Z minusI = new Z(0, -R);
    Z o = Z.ZERO;
    assertMatrix(
        "ecr", 2, new Z[][] {{o, r, o, i}, {r, o, minusI, o}, {o, i, o, r}, {minusI, o, r, o}});
  }

  @Test
  void interactions_haveTheirMatrices() {
    Z c = new Z(Math.cos(A / 2), 0);
    Z s = new Z(0, -Math.sin(A / 2));
    Z t = new Z(0, Math.sin(A / 2));
    Z o = Z.ZERO;
    assertMatrix("rxx(0.7)", 2, new Z[][] {{c, o, o, s}, {o, c, s, o}, {o, s, c, o}, {s, o, o, c}});
    assertMatrix("ryy(0.7)", 2, new Z[][] {{c, o, o, t}, {o, c, s, o}, {o, s, c, o}, {t, o, o, c}});
    assertMatrix("rzx(0.7)", 2, new Z[][] {{c, o, s, o}, {o, c, o, t}, {s, o, c, o}, {o, t, o, c}});
    Z m = Z.cis(-A / 2);
    Z p = Z.cis(A / 2);
    assertMatrix("rzz(0.7)", 2, new Z[][] {{m, o, o, o}, {o, p, o, o}, {o, o, p, o}, {o, o, o, m}});
  }

  @Test
  void xxPlusMinusYy_haveTheirMatrices() {
    Z c = new Z(Math.cos(A / 2), 0);
    Z down = Z.cis(-Math.PI / 2 - B).times(Math.sin(A / 2));
    Z up = Z.cis(-Math.PI / 2 + B).times(Math.sin(A / 2));
    Z o = Z.ZERO;
    Z l = Z.ONE;
    assertMatrix(
        "xx_plus_yy(0.7,-1.3)",
        2,
        new Z[][] {{l, o, o, o}, {o, c, down, o}, {o, up, c, o}, {o, o, o, l}});
    assertMatrix(
        "xx_minus_yy(0.7,-1.3)",
        2,
        new Z[][] {{c, o, o, down}, {o, l, o, o}, {o, o, l, o}, {up, o, o, c}});
  }

  @Test
  void gates_onThreeAndFourQubits_haveTheirMatrices() {
    assertMatrix("cswap", 3, permutation(0, 1, 2, 5, 4, 3, 6, 7));
    Z[][] rccx = identity(8);
    rccx[5][5] = new Z(-1, 0);
    rccx[3][3] = Z.ZERO;
    rccx[7][7] = Z.ZERO;
    rccx[3][7] = new Z(0, -1);
    rccx[7][3] = Z.I;
    assertMatrix("rccx", 3, rccx);
    Z[][] rc3x = identity(16);
    rc3x[3][3] = Z.I;
    rc3x[11][11] = new Z(0, -1);
    rc3x[7][7] = Z.ZERO;
    rc3x[15][15] = Z.ZERO;
    rc3x[7][15] = Z.ONE;
    rc3x[15][7] = new Z(-1, 0);
    assertMatrix("rc3x", 4, rc3x);
    assertMatrix("rcccx", 4, rc3x);
  }

  private static Z[][] oneQubit(String name) {
    Z o = Z.ZERO;
    Z l = Z.ONE;
    double c = Math.cos(A / 2);
    double s = Math.sin(A / 2);
    return switch (name) {
      case "x" -> new Z[][] {{o, l}, {l, o}};
      case "y" -> new Z[][] {{o, new Z(0, -1)}, {Z.I, o}};
      case "z" -> new Z[][] {{l, o}, {o, new Z(-1, 0)}};
      case "h" -> new Z[][] {{new Z(R, 0), new Z(R, 0)}, {new Z(R, 0), new Z(-R, 0)}};
      case "s" -> new Z[][] {{l, o}, {o, Z.I}};
      case "sdg" -> new Z[][] {{l, o}, {o, new Z(0, -1)}};
      case "t" -> new Z[][] {{l, o}, {o, new Z(R, R)}};
      case "tdg" -> new Z[][] {{l, o}, {o, new Z(R, -R)}};
      case "sx" -> new Z[][] {{new Z(.5, .5), new Z(.5, -.5)}, {new Z(.5, -.5), new Z(.5, .5)}};
      case "sxdg" -> new Z[][] {{new Z(.5, -.5), new Z(.5, .5)}, {new Z(.5, .5), new Z(.5, -.5)}};
      case "rx" -> new Z[][] {{new Z(c, 0), new Z(0, -s)}, {new Z(0, -s), new Z(c, 0)}};
      case "ry" -> new Z[][] {{new Z(c, 0), new Z(-s, 0)}, {new Z(s, 0), new Z(c, 0)}};
      case "rz" -> new Z[][] {{Z.cis(-A / 2), o}, {o, Z.cis(A / 2)}};
      case "p", "u1", "phase" -> new Z[][] {{l, o}, {o, Z.cis(A)}};
      case "u2" -> u(Math.PI / 2, B, C);
      case "u3", "u", "U" -> u(A, B, C);
      case "r" -> u(A, B - Math.PI / 2, Math.PI / 2 - B);
      default -> identity(2);
    };
  }

  private static Z[][] u(double theta, double phi, double lambda) {
    double c = Math.cos(theta / 2);
    double s = Math.sin(theta / 2);
    return new Z[][] {
      {new Z(c, 0), Z.cis(lambda).times(-s)}, {Z.cis(phi).times(s), Z.cis(phi + lambda).times(c)}
    };
  }

  private static Z[][] identity(int size) {
    Z[][] matrix = new Z[size][size];
    for (int r = 0; r < size; r++) {
      for (int c = 0; c < size; c++) {
        matrix[r][c] = r == c ? Z.ONE : Z.ZERO;
      }
    }
    return matrix;
  }

  /** The matrix that sends basis state i to the i-th number. */
  private static Z[][] permutation(int... to) {
    Z[][] matrix = identity(to.length);
    for (int i = 0; i < to.length; i++) {
      matrix[i][i] = Z.ZERO;
    }
    for (int i = 0; i < to.length; i++) {
      matrix[to[i]][i] = Z.ONE;
    }
    return matrix;
  }

  private static void assertMatrix(String call, int qubits, Z[][] expected) {
    StringBuilder program = new StringBuilder("OPENQASM 2.0;include \"qelib1.inc\";qreg q[");
    program.append(qubits).append("];").append(call);
    for (int i = 0; i < qubits; i++) {
      program.append(i == 0 ? " " : ",").append("q[").append(i).append(']');
    }
    Circuit circuit =
        OpenQasmReader.read(program.append(';').toString(), Map.of(), CircuitLimits.DEFAULT);
    DenseUnitary actual = DenseUnitary.of(circuit);
    for (int r = 0; r < expected.length; r++) {
      for (int c = 0; c < expected.length; c++) {
        String entry = call + " row " + r + " column " + c;
        assertThat(actual.re(r, c)).as(entry).isCloseTo(expected[r][c].re, within(1e-12));
        assertThat(actual.im(r, c)).as(entry).isCloseTo(expected[r][c].im, within(1e-12));
      }
    }
  }
}
