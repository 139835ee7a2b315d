package io.quantumexecutor.circuit.qir;

import io.quantumexecutor.circuit.Place;
import io.quantumexecutor.circuit.ProgramError;
import io.quantumexecutor.circuit.ProgramException;
import io.quantumexecutor.circuit.Register;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The classical registers that a text's record calls describe: an array of results is a register,
 * item i its bit i; a result outside of such an array is a register of one bit. Registers are named
 * c0, c1, … in the order of the calls; tuples only group.
 */
final class RecordedOutputs {
  /** One record call: a tuple or an array of so many items, or a result. */
  record Item(Kind kind, long value, Place place) {}

  enum Kind {
    TUPLE,
    ARRAY,
    RESULT
  }

  private final List<Item> items;
  private final int nesting;
  private final List<Register> registers = new ArrayList<>();
  private final Map<Integer, List<Integer>> bitsOfResult = new HashMap<>();
  private int at;
  private int bits;

  /**
   * @param nesting how deep groups may be nested
   * @throws ProgramException if a group has fewer items than it says, or is nested deeper
   */
  RecordedOutputs(List<Item> items, int nesting) {
    this.items = items;
    this.nesting = nesting;
    while (at < items.size()) {
      read(0);
    }
  }

  private void read(int depth) {
    Item item = items.get(at);
    at++;
    if (depth > nesting) {
      throw refused(item, "outputs are nested deeper than " + nesting);
    }
    if (item.kind == Kind.RESULT) {
      at--;
      register(1);
    } else if (item.value < 0 || item.value > items.size() - at) {
      throw refused(item, "the group has " + item.value + " items, fewer are recorded after it");
    } else if (item.kind == Kind.ARRAY && item.value > 0 && onlyResults((int) item.value)) {
      register((int) item.value);
    } else {
      for (long i = 0; i < item.value; i++) {
        if (at == items.size()) {
          throw refused(item, "the group has " + item.value + " items, fewer are recorded");
        }
        read(depth + 1);
      }
    }
  }

  private boolean onlyResults(int count) {
    return items.subList(at, at + count).stream().allMatch(item -> item.kind == Kind.RESULT);
  }

  private void register(int size) {
    registers.add(new Register("c" + registers.size(), size));
    for (int i = 0; i < size; i++) {
      int result = (int) items.get(at).value;
      bitsOfResult.computeIfAbsent(result, r -> new ArrayList<>()).add(bits);
      bits++;
      at++;
    }
  }

  private static ProgramException refused(Item item, String message) {
    return new ProgramException(ProgramError.at(item.place, message));
  }

  List<Register> registers() {
    return registers;
  }

  int bits() {
    return bits;
  }

  /** The bits that show a result, none if it is not recorded. */
  List<Integer> bitsOf(int result) {
    return bitsOfResult.getOrDefault(result, List.of());
  }
}
