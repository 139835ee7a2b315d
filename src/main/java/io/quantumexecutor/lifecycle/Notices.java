package io.quantumexecutor.lifecycle;

import io.quantumexecutor.job.Callbacks;
import io.quantumexecutor.job.EventQueue;

/** The ways on which others are told of jobs. */
public record Notices(EventQueue events, Callbacks callbacks) {}
