package io.quantumexecutor.lifecycle;

import io.quantumexecutor.job.Callbacks;
import io.quantumexecutor.job.Owner;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A receiver that remembers what it was told, and can be down. */
public final class RecordingCallbacks implements Callbacks {
  private final List<String> received = new CopyOnWriteArrayList<>();
  private @Nullable String trouble;

  /** From now on it answers so; null for well. */
  public void answer(@Nullable String withTrouble) {
    trouble = withTrouble;
  }

  public List<String> received() {
    return List.copyOf(received);
  }

  @Override
  public Optional<String> refusal(URI address) {
    return address.toString().startsWith("https:")
        ? Optional.empty()
        : Optional.of("must be an https address");
  }

  @Override
  public Optional<String> post(Owner owner, URI address, String event) {
    if (trouble == null) {
      received.add(event);
    }
    return Optional.ofNullable(trouble);
  }

  @Override
  public String secretOf(Owner owner) {
    return "secret of " + owner;
  }
}
