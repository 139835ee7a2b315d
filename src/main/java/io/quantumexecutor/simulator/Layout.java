package io.quantumexecutor.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which bit of an amplitude's physical index stands for which qubit.
 *
 * <p>The lowest {@code laneBits} bits count the places within a row of the state, the others the
 * rows. Matrices that mix amplitudes need their target among the row bits, so that whole rows are
 * combined; when it is not, lanes and rows are exchanged and the layout changes.
 *
 * @param laneBits how many bits lie within a row; never more than half of all
 * @param bitOfQubit for each qubit its bit
 */
record Layout(int laneBits, List<Integer> bitOfQubit) {
  private static final int MAX_LANE_BITS = 7;

  Layout {
    bitOfQubit = List.copyOf(bitOfQubit);
  }

  static Layout of(int qubits) {
    int laneBits = Math.min(MAX_LANE_BITS, qubits / 2);
    return new Layout(laneBits, IntStream.range(0, qubits).boxed().toList());
  }

  int qubits() {
    return bitOfQubit.size();
  }

  int rowBits() {
    return qubits() - laneBits;
  }

  int bit(int qubit) {
    return bitOfQubit.get(qubit);
  }

  /** The mask of physical bits for a mask of qubits. */
  int bits(int qubitMask) {
    int bits = 0;
    for (int left = qubitMask; left != 0; left &= left - 1) {
      bits |= 1 << bit(Integer.numberOfTrailingZeros(left));
    }
    return bits;
  }

  /** The qubit at each physical bit. */
  int[] qubitOfBit() {
    int[] qubits = new int[qubits()];
    for (int qubit = 0; qubit < qubits.length; qubit++) {
      qubits[bit(qubit)] = qubit;
    }
    return qubits;
  }

  /** The layout after lane bit i and the i-th of the given bits, for each i, changed places. */
  Layout exchanged(int[] bits) {
    List<Integer> changed = new ArrayList<>(bitOfQubit);
    int[] qubitOfBit = qubitOfBit();
    for (int i = 0; i < bits.length; i++) {
      Collections.swap(changed, qubitOfBit[i], qubitOfBit[bits[i]]);
    }
    return new Layout(laneBits, changed);
  }
}
