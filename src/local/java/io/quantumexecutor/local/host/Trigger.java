package io.quantumexecutor.local.host;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import com.microsoft.azure.functions.annotation.TimerTrigger;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

/** What starts a function, as its annotation says; names and schedules are not resolved yet. */
sealed interface Trigger {
  /**
   * No methods means every method. The authorization level does not count: locally no keys are
   * asked for.
   */
  record Http(String route, List<HttpMethod> methods) implements Trigger {}

  record Queue(String name, String connection) implements Trigger {}

  record Timer(String schedule) implements Trigger {}

  static Optional<Trigger> of(Annotation annotation) {
    if (annotation instanceof HttpTrigger http) {
      return Optional.of(new Http(http.route(), List.of(http.methods())));
    }
    if (annotation instanceof QueueTrigger queue) {
      return Optional.of(new Queue(queue.queueName(), queue.connection()));
    }
    if (annotation instanceof TimerTrigger timer) {
      return Optional.of(new Timer(timer.schedule()));
    }
    return Optional.empty();
  }
}
