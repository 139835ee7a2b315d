package io.quantumexecutor.faults;

/**
 * A call at a port.
 *
 * @param name component, operation and what it is about, for example {@code jobs commit insert p j}
 * @param isWrite whether it changes anything outside the process
 */
record CallSite(String name, boolean isWrite) {
  static CallSite read(String name) {
    return new CallSite(name, false);
  }

  static CallSite write(String name) {
    return new CallSite(name, true);
  }
}
