package io.quantumexecutor.api;

import org.jspecify.annotations.Nullable;

/**
 * Whom the operator lets in.
 *
 * @param authenticated whether App Service authentication is on: only then are its headers the
 *     platform's own and not whatever a client sent
 * @param signInRequired whether the operator wants it to be on: while it is off nobody is let in
 * @param adminRole the app role of administrators
 * @param integrationRole the app role of those who may use the configured workspace; null: everyone
 * @param integrationRefusal what the operator tells the others
 */
public record CallerPolicy(
    boolean authenticated,
    boolean signInRequired,
    String adminRole,
    @Nullable String integrationRole,
    String integrationRefusal) {

  /** One owner, whoever has a function key. */
  public static final CallerPolicy SINGLE_OWNER =
      new CallerPolicy(
          false,
          false,
          "QuantumExecutor.Admin",
          null,
          "The configured workspace is not open to you; name a workspace of your own.");
}
