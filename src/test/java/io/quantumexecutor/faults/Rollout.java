package io.quantumexecutor.faults;

import java.util.function.Consumer;

/** Which version of the service runs, and which takes over when a plan upgrades. */
final class Rollout {
  private Release running = Release.TODAY;
  private Release next = Release.TODAY;
  private Consumer<Release> listener = version -> {};

  /** The version that takes over. */
  void upgradeTo(Release version) {
    next = version;
  }

  /** Tells which version takes over, whenever one does. */
  void onUpgrade(Consumer<Release> told) {
    listener = told;
  }

  Release running() {
    return running;
  }

  /**
   * Upgrades; a second upgrade goes back to where the first one came from.
   *
   * @return the version that runs now
   */
  Release upgrade() {
    Release before = running;
    running = next;
    next = before;
    listener.accept(running);
    return running;
  }
}
