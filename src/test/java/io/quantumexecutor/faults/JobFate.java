package io.quantumexecutor.faults;

/** How the life of a job goes. */
enum JobFate {
  SUCCEEDS,
  SUCCEEDS_BEFORE_ITS_OUTPUT_IS_THERE,
  SAYS_A_NEW_WORD_ON_THE_WAY,
  SEEMS_TO_GO_BACK,
  FAILS,
  FAILS_WITH_OUTPUT,
  ANSWERS_NONSENSE,
  NEVER_STORES_ITS_OUTPUT,
  IS_FORGOTTEN
}
