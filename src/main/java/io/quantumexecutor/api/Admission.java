package io.quantumexecutor.api;

import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.request.RequestBody;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.api.view.ProblemDocument;
import io.quantumexecutor.api.view.ProblemType;
import java.util.function.Function;

/** The gate of every route that is not open to all: who calls, how often, and what went wrong. */
public final class Admission {
  private final Callers callers;
  private final RateLimit rate;
  private final RequestBody bodies;

  /**
   * The gate.
   *
   * @param bodies what bodies may be, whatever the route makes of them
   */
  public Admission(Callers callers, RateLimit rate, RequestBody bodies) {
    this.callers = callers;
    this.rate = rate;
    this.bodies = bodies;
  }

  Callers callers() {
    return callers;
  }

  /** Lets the caller in and answers, or says why not. */
  ApiResponse admit(ApiRequest request, Function<Caller, ApiResponse> work) {
    return ErrorBoundary.guard(request, () -> answer(request, callers.of(request), work));
  }

  private ApiResponse answer(
      ApiRequest request, Caller caller, Function<Caller, ApiResponse> work) {
    RateLimit.State state = rate.take(caller.self());
    if (!state.allowed()) {
      ApiResponse refusal =
          ProblemDocument.of(
                  ProblemType.RATE_LIMITED,
                  "Wait " + state.untilNext().toSeconds() + " s before the next request.")
              .response(request.invocationId())
              .with("Retry-After", Long.toString(Math.max(1, state.untilNext().toSeconds())));
      return rate.describe(refusal, state);
    }
    ApiResponse answer =
        ErrorBoundary.guard(
            request,
            () -> {
              bodies.requireSmall(request);
              return work.apply(caller);
            });
    return rate.describe(answer, state);
  }
}
