package io.quantumexecutor.job;

/** The ways on which others are told of jobs. */
public record Notices(EventQueue events, Callbacks callbacks) {}
