/**
 * Reads requests: the fields of a submission in all their spellings, and every problem with them at
 * once.
 */
@NullMarked
package io.quantumexecutor.api.request;

import org.jspecify.annotations.NullMarked;
