package io.quantumexecutor.circuit.qir;

import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.Register;
import io.quantumexecutor.circuit.qir.RecordedOutputs.Item;
import io.quantumexecutor.circuit.qir.RecordedOutputs.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides which bits a result is written to, after a first pass over all calls. */
final class BitPlan {
  private record Measured(int qubit, int step) {}

  private final List<Item> items = new ArrayList<>();
  private final Map<Integer, Measured> measured = new LinkedHashMap<>();
  private final Map<Integer, Integer> lastUse = new HashMap<>();
  private final Map<Integer, Integer> uses = new HashMap<>();
  private final Set<Integer> read = new HashSet<>();
  private int steps;

  /** Notes a call, in the order of execution. */
  void note(QirCall call, Place place) {
    steps++;
    for (int qubit : call.qubits()) {
      lastUse.put(qubit, steps);
      uses.merge(qubit, 1, Integer::sum);
    }
    switch (call.action()) {
      case MEASURE, MEASURE_AND_RESET ->
          measured.put(call.result(), new Measured(call.id(), steps));
      case READ -> read.add(call.id());
      case RECORD_TUPLE -> items.add(new Item(Kind.TUPLE, call.id(), place));
      case RECORD_ARRAY -> items.add(new Item(Kind.ARRAY, call.id(), place));
      case RECORD_RESULT -> items.add(new Item(Kind.RESULT, call.id(), place));
      case NOTHING, GATE, RESET -> {}
    }
  }

  /** The registers and the bits of each result. */
  Bits finish(int nesting) {
    RecordedOutputs outputs = new RecordedOutputs(items, nesting);
    Map<Integer, List<Integer>> bits = new HashMap<>();
    int next = outputs.bits();
    for (Map.Entry<Integer, Measured> entry : measured.entrySet()) {
      int result = entry.getKey();
      bits.put(result, isZero(result, entry.getValue()) ? List.of() : outputs.bitsOf(result));
      if (outputs.bitsOf(result).isEmpty() && matters(result, entry.getValue())) {
        bits.put(result, List.of(next));
        next++;
      }
    }
    List<Register> registers = new ArrayList<>(outputs.registers());
    if (next > outputs.bits()) {
      registers.add(new Register(QirReader.UNRECORDED, next - outputs.bits()).internal());
    }
    return new Bits(List.copyOf(registers), bits, next);
  }

  /**
   * Whether all the program does with a qubit is to measure it once, for the record: its bits are 0
   * as bits are that nothing writes.
   */
  private boolean isZero(int result, Measured last) {
    return !read.contains(result) && uses.getOrDefault(last.qubit, 0) == 1;
  }

  /** Whether anybody could notice that the measurement is left out. */
  private boolean matters(int result, Measured last) {
    return read.contains(result) || lastUse.getOrDefault(last.qubit, 0) > last.step;
  }

  /**
   * The classical side of the circuit.
   *
   * @param ofResult for each measured result the bits to write; none if that changes nothing
   */
  record Bits(List<Register> registers, Map<Integer, List<Integer>> ofResult, int count) {}
}
