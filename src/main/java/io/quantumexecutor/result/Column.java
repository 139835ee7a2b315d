package io.quantumexecutor.result;

import io.quantumexecutor.circuit.Register;
import java.util.Collections;
import java.util.List;

/**
 * What all shots left in one register.
 *
 * @param register its size is the width of every value
 * @param shots one bit string per shot, highest bit left
 */
record Column(Register register, List<String> shots) {
  static Column of(String name, List<String> shots) {
    String pointer = AnswerReader.member("", name);
    if (shots.isEmpty()) {
      throw ResultFormatException.shape(pointer, "at least one shot is expected");
    }
    int width = shots.get(0).length();
    if (shots.stream().anyMatch(shot -> shot.length() != width)) {
      throw ResultFormatException.shape(pointer, "all shots must have the same width");
    }
    return new Column(new Register(name, width), shots);
  }

  static Column ofZeros(Register register, int shots) {
    return new Column(register, Collections.nCopies(shots, "0".repeat(register.size())));
  }
}
