package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.local.emulator.EmulatorFaults.Firing;
import io.quantumexecutor.local.emulator.EmulatorResponse.Delivery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Stands between a request and its operation and lets the scripted faults happen. */
final class FaultInjector {
  private static final EmulatorResponse NOTHING = EmulatorResponse.empty(500);

  private final EmulatorFaults faults;
  private final Consumer<RouteMatch> forget;

  FaultInjector(EmulatorFaults faults, Consumer<RouteMatch> forget) {
    this.faults = faults;
    this.forget = forget;
  }

  EmulatorResponse pass(RouteMatch match, Supplier<EmulatorResponse> operation) {
    Optional<Firing> firing = faults.next(match.route(), match.id());
    if (firing.isEmpty()) {
      return operation.get();
    }
    InjectedFault.Action action = firing.get().action();
    if (action instanceof InjectedFault.Forget) {
      forget.accept(match);
      return operation.get();
    }
    return instead(action).orElseGet(() -> spoilt(firing.get(), match, operation.get()));
  }

  /** The answer of an action that keeps the operation from happening. */
  private static Optional<EmulatorResponse> instead(InjectedFault.Action action) {
    if (action instanceof InjectedFault.AnswerBefore answer) {
      return Optional.of(answer(answer.status(), answer.headers(), answer.body()));
    }
    if (action instanceof InjectedFault.TargetUnavailable) {
      return Optional.of(ServiceError.targetUnavailable().response());
    }
    if (action instanceof InjectedFault.ResetBefore) {
      return Optional.of(NOTHING.delivered(Delivery.DROPPED));
    }
    return Optional.empty();
  }

  private static EmulatorResponse spoilt(
      Firing firing, RouteMatch match, EmulatorResponse response) {
    InjectedFault.Action action = firing.action();
    if (action instanceof InjectedFault.AnswerAfter answer) {
      return answer(answer.status(), answer.headers(), answer.body());
    }
    if (action instanceof InjectedFault.ResetAfter) {
      return NOTHING.delivered(Delivery.DROPPED);
    }
    if (action instanceof InjectedFault.Truncate) {
      return response.delivered(Delivery.TRUNCATED);
    }
    if (action instanceof InjectedFault.Malformed) {
      return response.withBody("{\"value\":[{\"id\":");
    }
    if (action instanceof InjectedFault.Delay delay) {
      waitFor(delay.millis());
      return response;
    }
    if (action instanceof InjectedFault.ExpiredSas) {
      return withExpiredOutput(response);
    }
    if (action instanceof InjectedFault.ShowStatus show) {
      return withStatus(response, match, word(show.words(), firing.number()));
    }
    if (action instanceof InjectedFault.OutputMissing
        || action instanceof InjectedFault.OutputTruncated
        || action instanceof InjectedFault.OutputLate) {
      return response; // happens where outputs are written
    }
    throw new IllegalStateException("unknown fault " + action.getClass());
  }

  private static EmulatorResponse withExpiredOutput(EmulatorResponse response) {
    if (response.status() != 200) {
      return response;
    }
    ObjectNode job = EmulatorJson.readObject(response.body());
    String uri = job.path("outputDataUri").asText();
    job.put("outputDataUri", uri.replaceFirst("([?&]se=)[^&]*", "$12020-01-01T00%3A00%3A00Z"));
    return response.withBody(EmulatorJson.text(job));
  }

  private static EmulatorResponse answer(int status, Map<String, String> headers, String body) {
    return EmulatorResponse.text(status, headers, body);
  }

  private static void waitFor(long millis) {
    new CompletableFuture<Void>().completeOnTimeout(null, millis, TimeUnit.MILLISECONDS).join();
  }

  private static String word(List<String> words, int number) {
    return words.get(Math.min(number, words.size() - 1));
  }

  /** Rewrites the status of the one job, or of every job in a list. */
  private static EmulatorResponse withStatus(
      EmulatorResponse response, RouteMatch match, String word) {
    if (response.status() != 200) {
      return response;
    }
    ObjectNode body = EmulatorJson.readObject(response.body());
    if (match.id().isEmpty()) {
      for (JsonNode item : body.path("value")) {
        ((ObjectNode) item).put("status", word);
      }
    } else {
      body.put("status", word);
    }
    return response.withBody(EmulatorJson.text(body));
  }
}
