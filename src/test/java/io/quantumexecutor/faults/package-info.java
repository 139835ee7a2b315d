/**
 * Deterministic simulation testing of the service: the deployed use cases run in one thread over
 * simulated storage, queues, clients and a simulated provider, on a virtual clock. Any single call
 * can fail, be repeated, be overtaken by another instance, or be the last one before the process
 * dies. One seed decides everything, so every failure can be repeated exactly.
 *
 * <p>Read in this order:
 *
 * <ol>
 *   <li>{@link io.quantumexecutor.faults.Simulation}: the deployment, its clock and its steps;
 *   <li>{@link io.quantumexecutor.faults.Injector} and {@link io.quantumexecutor.faults.FaultPlan}:
 *       where faults happen, and which;
 *   <li>{@link io.quantumexecutor.faults.Invariants}: what must hold after every step;
 *   <li>{@link io.quantumexecutor.faults.RandomMixTest}: thousands of random deployments;
 *   <li>{@link io.quantumexecutor.faults.WriteMap} and {@link io.quantumexecutor.faults.CrashTest}:
 *       a death at every write of every story;
 *   <li>{@link io.quantumexecutor.faults.HarnessTest}: planted bugs, which the harness must find;
 *   <li>the simulated parts, when they are needed: {@link
 *       io.quantumexecutor.faults.SimulatedProvider}, {@link
 *       io.quantumexecutor.faults.SimulatedQueues}, {@link
 *       io.quantumexecutor.faults.SimulatedStorage}.
 * </ol>
 */
package io.quantumexecutor.faults;
