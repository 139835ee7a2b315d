package io.quantumexecutor.job;

import java.net.URI;
import java.util.Optional;

/** Port: the addresses that callers want to be called at when a job has ended. */
public interface Callbacks {
  /**
   * Why an address can never be called, as far as it can be told without looking its name up; empty
   * if it can.
   */
  Optional<String> refusal(URI address);

  /**
   * Posts an event, signed with the owner's secret. Takes some seconds at most, never throws for
   * what the receiver does.
   *
   * @return empty if the receiver took it, else why not, in words without secrets
   */
  Optional<String> post(Owner owner, URI address, String event);

  /** The secret by which an owner's receivers verify signatures; always the same. */
  String secretOf(Owner owner);
}
