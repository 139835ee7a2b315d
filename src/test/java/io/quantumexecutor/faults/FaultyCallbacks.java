package io.quantumexecutor.faults;

import io.quantumexecutor.job.Callbacks;
import io.quantumexecutor.job.Owner;
import java.net.URI;
import java.util.Optional;

/** The receiver behind the injector. It is no exception that it cannot be reached. */
record FaultyCallbacks(SimulatedReceiver receiver, Injector injector) implements Callbacks {
  @Override
  public Optional<String> refusal(URI address) {
    return Optional.empty();
  }

  @Override
  public Optional<String> post(Owner owner, URI address, String event) {
    try {
      return injector.call(
          CallSite.write("callback post"),
          NotReached::new,
          () -> {
            receiver.take(event);
            return Optional.empty();
          });
    } catch (NotReached e) {
      return Optional.of(e.getMessage());
    }
  }

  @Override
  public String secretOf(Owner owner) {
    return "secret";
  }

  private static final class NotReached extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotReached(Fault fault) {
      super("injected " + fault);
    }
  }
}
