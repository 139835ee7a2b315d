package io.quantumexecutor.workspace;

import org.jspecify.annotations.Nullable;

/**
 * What was found out about one step of setting up access to a workspace.
 *
 * @param message what was found
 * @param advice what to do; null when there is nothing to do
 * @param command the Azure CLI command that does it; null when there is none
 * @param field the request's field that is at fault, for example {@code client_secret}; null when
 *     none is
 */
public record CheckStep(
    Name name,
    Outcome outcome,
    String message,
    @Nullable String advice,
    @Nullable String command,
    @Nullable String field) {

  /** The steps, in the order in which they are taken. */
  public enum Name {
    /** A token can be had. */
    TOKEN,
    /** Azure's record of the workspace can be read and fits the request. */
    WORKSPACE,
    /** The identity may submit jobs. */
    DATA_ROLE,
    /** The workspace's own endpoint accepts the identity. */
    JOBS_READ_WRITE,
    /** Inputs can be stored. */
    STORAGE,
    /** The backend's provider is enabled in the workspace. */
    PROVIDER,
    /** The backend itself is there and takes jobs now. */
    TARGET
  }

  /** How a step ended. */
  public enum Outcome {
    OK,
    /** Good enough now, with something to be mended. */
    WARNING,
    FAILED,
    /** A step before it has to succeed first. */
    NOT_REACHED,
    /** It could not be found out. */
    UNKNOWN
  }

  public static CheckStep ok(Name name, String message) {
    return new CheckStep(name, Outcome.OK, message, null, null, null);
  }

  public static CheckStep notReached(Name name, String message) {
    return new CheckStep(name, Outcome.NOT_REACHED, message, null, null, null);
  }

  public static CheckStep unknown(Name name, String message, String advice) {
    return new CheckStep(name, Outcome.UNKNOWN, message, advice, null, null);
  }

  /** One sentence with what to do. */
  public String text() {
    return message
        + (advice == null ? "" : "; " + advice)
        + (command == null ? "" : ": " + command);
  }
}
