package io.quantumexecutor.circuit;

import java.util.List;

/**
 * The exact unitaries of {@link GateType}, row by row, each entry as real and imaginary part.
 *
 * <p>A one-qubit matrix has 8 numbers, a two-qubit one 32. In a two-qubit matrix the basis state
 * index is {@code target0 + 2·target1}.
 */
public final class GateMatrix {
  private GateMatrix() {}

  /** The matrix of a gate without its controls. */
  public static double[] of(GateType type, List<Double> angles) {
    return switch (type) {
      case X -> new double[] {0, 0, 1, 0, 1, 0, 0, 0};
      case Y -> new double[] {0, 0, 0, -1, 0, 1, 0, 0};
      case Z -> diagonal(1, 0, -1, 0);
      case H -> {
        double r = Math.sqrt(0.5);
        yield new double[] {r, 0, r, 0, r, 0, -r, 0};
      }
      case S -> diagonal(1, 0, 0, 1);
      case SDG -> diagonal(1, 0, 0, -1);
      case T -> phase(Math.PI / 4);
      case TDG -> phase(-Math.PI / 4);
      case SX -> new double[] {.5, .5, .5, -.5, .5, -.5, .5, .5};
      case SXDG -> new double[] {.5, -.5, .5, .5, .5, .5, .5, -.5};
      case RX -> rx(angles.get(0));
      case RY -> ry(angles.get(0));
      case RZ -> rz(angles.get(0));
      case P -> phase(angles.get(0));
      case U -> u(angles.get(0), angles.get(1), angles.get(2));
      case SWAP -> swap();
      case RXX -> rxx(angles.get(0), -1);
      case RYY -> rxx(angles.get(0), 1);
      case RZZ -> rzz(angles.get(0) / 2);
      case GPI -> gpi(turns(angles.get(0)));
      case GPI2 -> gpi2(turns(angles.get(0)));
      case MS -> ms(turns(angles.get(0)), turns(angles.get(1)), Math.PI * angles.get(2));
      case NATIVE_ZZ -> rzz(Math.PI * angles.get(0));
    };
  }

  private static double turns(double turns) {
    return 2 * Math.PI * turns;
  }

  private static double[] diagonal(double re0, double im0, double re1, double im1) {
    return new double[] {re0, im0, 0, 0, 0, 0, re1, im1};
  }

  private static double[] phase(double angle) {
    return diagonal(1, 0, Math.cos(angle), Math.sin(angle));
  }

  private static double[] rx(double angle) {
    double c = Math.cos(angle / 2);
    double s = Math.sin(angle / 2);
    return new double[] {c, 0, 0, -s, 0, -s, c, 0};
  }

  private static double[] ry(double angle) {
    double c = Math.cos(angle / 2);
    double s = Math.sin(angle / 2);
    return new double[] {c, 0, -s, 0, s, 0, c, 0};
  }

  private static double[] rz(double angle) {
    double c = Math.cos(angle / 2);
    double s = Math.sin(angle / 2);
    return diagonal(c, -s, c, s);
  }

  private static double[] u(double theta, double phi, double lambda) {
    double c = Math.cos(theta / 2);
    double s = Math.sin(theta / 2);
    return new double[] {
      c,
      0,
      -s * Math.cos(lambda),
      -s * Math.sin(lambda),
      s * Math.cos(phi),
      s * Math.sin(phi),
      c * Math.cos(phi + lambda),
      c * Math.sin(phi + lambda)
    };
  }

  private static double[] gpi(double phase) {
    double c = Math.cos(phase);
    double s = Math.sin(phase);
    return new double[] {0, 0, c, -s, c, s, 0, 0};
  }

  private static double[] gpi2(double phase) {
    double r = Math.sqrt(0.5);
    double c = r * Math.cos(phase);
    double s = r * Math.sin(phase);
    return new double[] {r, 0, -s, -c, s, -c, r, 0};
  }

  private static double[] swap() {
    double[] m = new double[32];
    set(m, 0, 0, 1, 0);
    set(m, 1, 2, 1, 0);
    set(m, 2, 1, 1, 0);
    set(m, 3, 3, 1, 0);
    return m;
  }

  /** exp(−iθXX/2) for corner sign −1, exp(−iθYY/2) for corner sign +1. */
  private static double[] rxx(double angle, int cornerSign) {
    double c = Math.cos(angle / 2);
    double s = Math.sin(angle / 2);
    double[] m = new double[32];
    for (int i = 0; i < 4; i++) {
      set(m, i, i, c, 0);
    }
    set(m, 0, 3, 0, cornerSign * s);
    set(m, 3, 0, 0, cornerSign * s);
    set(m, 1, 2, 0, -s);
    set(m, 2, 1, 0, -s);
    return m;
  }

  private static double[] rzz(double half) {
    double c = Math.cos(half);
    double s = Math.sin(half);
    double[] m = new double[32];
    set(m, 0, 0, c, -s);
    set(m, 1, 1, c, s);
    set(m, 2, 2, c, s);
    set(m, 3, 3, c, -s);
    return m;
  }

  private static double[] ms(double phase0, double phase1, double half) {
    double c = Math.cos(half);
    double s = Math.sin(half);
    double sum = phase0 + phase1;
    double difference = phase0 - phase1;
    double[] m = new double[32];
    for (int i = 0; i < 4; i++) {
      set(m, i, i, c, 0);
    }
    set(m, 0, 3, -s * Math.sin(sum), -s * Math.cos(sum));
    set(m, 3, 0, s * Math.sin(sum), -s * Math.cos(sum));
    // The published matrix orders |target0 target1>, this one target0 + 2·target1.
    set(m, 2, 1, -s * Math.sin(difference), -s * Math.cos(difference));
    set(m, 1, 2, s * Math.sin(difference), -s * Math.cos(difference));
    return m;
  }

  private static void set(double[] m, int row, int column, double re, double im) {
    m[2 * (4 * row + column)] = re;
    m[2 * (4 * row + column) + 1] = im;
  }
}
