package io.quantumexecutor.api.request;

import io.quantumexecutor.job.Callbacks;
import io.quantumexecutor.job.Notice;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a submission wants to be told: {@code events} and {@code callback_url}. */
final class NoticeFields {
  private NoticeFields() {}

  static Notice read(Fields request, Callbacks callbacks) {
    return new Notice(events(request), callback(request, callbacks));
  }

  private static Notice.Events events(Fields request) {
    Optional<String> word = request.text("events");
    for (Notice.Events choice : Notice.Events.values()) {
      if (word.isPresent() && word.get().equals(choice.name().toLowerCase(Locale.ROOT))) {
        return choice;
      }
    }
    if (word.isPresent()) {
      request.wrong("events", "must be \"end\" or \"all\"");
    }
    return Notice.Events.END;
  }

  private static @Nullable URI callback(Fields request, Callbacks callbacks) {
    Optional<String> text = request.text("callback_url");
    if (text.isEmpty()) {
      return null;
    }
    try {
      URI address = new URI(text.get());
      callbacks.refusal(address).ifPresent(why -> request.wrong("callback_url", why));
      return address;
    } catch (URISyntaxException e) {
      request.wrong("callback_url", "is not an address (RFC 3986)");
      return null;
    }
  }
}
