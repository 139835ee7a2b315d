package io.quantumexecutor.faults;

/** What can go wrong at a call. */
enum Fault {
  NONE,
  /** The call fails and nothing happened. */
  FAIL_BEFORE,
  /** It happened, and the caller is told that it failed. */
  FAIL_AFTER,
  /** The service asks to wait; nothing happened. */
  THROTTLE,
  /** The caller is held up, for longer than a claim lasts if need be. */
  DELAY,
  /** The call is made twice, as a client library does after a lost answer. */
  DUPLICATE,
  /** Another instance acts in between. */
  INTRUDE,
  /** The call runs out of stack; nothing happened. */
  OVERFLOW,
  /** The process dies; nothing happened. */
  CRASH_BEFORE,
  /** It happened, and the process dies. */
  CRASH_AFTER,
  /** The process ends, nothing happened, and from now on another version runs. */
  UPGRADE
}
