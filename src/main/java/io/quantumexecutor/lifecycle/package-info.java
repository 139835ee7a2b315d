/**
 * The use cases, one package for each stage of a job's life. Read them in this order:
 *
 * <ol>
 *   <li>{@code accept}: checks and prices a request and stores it, so that it cannot be lost;
 *   <li>{@code dispatch}: claims a job and submits it to the provider, exactly once; takes up the
 *       messages that were given up;
 *   <li>{@code watch}: the timer's work: sends again what is due and compares the watched jobs with
 *       what the provider says;
 *   <li>{@code collect}: fetches and stores the answer, ends the job and tells of it;
 *   <li>{@code cancel}: drives a wish to cancel to its end;
 *   <li>{@code keep}: reads, changes, deletes and expires jobs that are there.
 * </ol>
 *
 * <p>Later stages call on earlier ones in no case: {@code dispatch} uses {@code watch}, {@code
 * watch} uses {@code cancel} and {@code keep}, and all of them use {@code collect}.
 */
@NullMarked
package io.quantumexecutor.lifecycle;

import org.jspecify.annotations.NullMarked;
