/**
 * The fault harness: the use cases over storage, queues and a provider in memory, on a virtual
 * clock, where every single call can fail, be repeated, be overtaken or be the last one before the
 * process dies. A run is a pure function of its seed.
 */
package io.quantumexecutor.faults;
