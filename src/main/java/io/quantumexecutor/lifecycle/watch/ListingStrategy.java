package io.quantumexecutor.lifecycle.watch;

import java.time.Instant;

/**
 * What a sweep has learned of a workspace's list, so that the next one need not try it again.
 *
 * @param learned when; after a while it is forgotten
 */
record ListingStrategy(Instant learned, StateFilter filter, Cheaper cheaper) {

  /** Whether the service's filter by state can be trusted in a workspace. */
  enum StateFilter {
    UNTRIED,
    WORKS,
    /** It is refused, or lets finished jobs through, or hides unfinished ones. */
    BROKEN
  }

  /** Which kind of look is the cheaper one. */
  enum Cheaper {
    LIST,
    SINGLE_CALLS
  }

  /** Nothing is known yet: the list is tried as it is. */
  static ListingStrategy untried(Instant now) {
    return new ListingStrategy(now, StateFilter.UNTRIED, Cheaper.LIST);
  }
}
