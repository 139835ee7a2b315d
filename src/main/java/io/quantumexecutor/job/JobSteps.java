package io.quantumexecutor.job;

import java.time.InstantSource;

/** The small steps that several use cases share. */
record JobSteps(
    WatchJob watch, EndJob end, Announce announce, Delays delays, InstantSource clock) {}
