package io.quantumexecutor.lifecycle;

import io.quantumexecutor.lifecycle.collect.DeliverEvents;
import io.quantumexecutor.lifecycle.collect.EndJob;
import io.quantumexecutor.lifecycle.watch.WatchJob;
import java.time.InstantSource;

/** The small steps that several use cases share. */
public record JobSteps(
    WatchJob watch, EndJob end, DeliverEvents announce, Backoff delays, InstantSource clock) {}
