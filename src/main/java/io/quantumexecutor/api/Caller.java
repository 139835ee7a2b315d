package io.quantumexecutor.api;

import io.quantumexecutor.job.Owner;

/**
 * Who makes a request, as far as the platform vouches for it.
 *
 * @param owner whose jobs the request is about: the caller's own, unless an administrator names
 *     another owner
 * @param self whose rate and room the request takes, whatever jobs it is about
 * @param isAdmin whether the caller may see and change everybody's jobs
 * @param mayUseIntegration whether the caller may spend the operator's money in the configured
 *     workspace
 */
record Caller(Owner owner, Owner self, boolean isAdmin, boolean mayUseIntegration) {
  Caller(Owner self, boolean isAdmin, boolean mayUseIntegration) {
    this(self, self, isAdmin, mayUseIntegration);
  }

  Caller actingFor(Owner other) {
    return new Caller(other, self, isAdmin, mayUseIntegration);
  }
}
