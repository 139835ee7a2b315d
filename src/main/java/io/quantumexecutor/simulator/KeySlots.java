package io.quantumexecutor.simulator;

import io.quantumexecutor.circuit.OutputLayout;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers the outcomes of the measured qubits so that ascending numbers are ascending result keys:
 * of several bits that show a qubit the highest decides its place.
 */
final class KeySlots {
  private final int[] slotBitOfQubit;
  private final List<Integer> qubitOfBit;
  private int slotBits;

  KeySlots(int qubits, List<Integer> qubitOfBit) {
    this.qubitOfBit = qubitOfBit;
    slotBitOfQubit = new int[qubits];
    Arrays.fill(slotBitOfQubit, -1);
    for (int bit = qubitOfBit.size() - 1; bit >= 0; bit--) {
      int qubit = qubitOfBit.get(bit);
      if (qubit != OutputLayout.NEVER_WRITTEN && slotBitOfQubit[qubit] < 0) {
        slotBitOfQubit[qubit] = slotBits++;
      }
    }
    for (int qubit = 0; qubit < qubits; qubit++) {
      if (slotBitOfQubit[qubit] >= 0) {
        slotBitOfQubit[qubit] = slotBits - 1 - slotBitOfQubit[qubit];
      }
    }
  }

  int count() {
    return 1 << slotBits;
  }

  /** For each qubit its bit in the slot number, or −1 when it is not measured. */
  int[] slotBitOfQubit() {
    return slotBitOfQubit;
  }

  String key(int slot) {
    char[] key = new char[qubitOfBit.size()];
    for (int bit = 0; bit < key.length; bit++) {
      int qubit = qubitOfBit.get(bit);
      boolean one = qubit != OutputLayout.NEVER_WRITTEN && (slot >> slotBitOfQubit[qubit] & 1) == 1;
      key[key.length - 1 - bit] = one ? '1' : '0';
    }
    return new String(key);
  }
}
