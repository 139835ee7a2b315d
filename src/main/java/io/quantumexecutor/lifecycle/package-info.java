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
 * <p>Which stage uses which: all the others end jobs and tell of them through {@code collect};
 * {@code dispatch} also uses {@code cancel} and {@code watch}, and {@code watch} uses {@code
 * cancel} and {@code keep}. This package itself holds what stages share: how long to wait for what.
 *
 * <p>Each class takes what it uses; {@code function.LifecycleWiring} puts them together.
 */
@NullMarked
package io.quantumexecutor.lifecycle;

import org.jspecify.annotations.NullMarked;
