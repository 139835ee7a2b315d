package io.quantumexecutor.quantum;

import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;

/** Says what it means that a request got no complete answer. */
final class TransportFailure {
  private static final String NO_CONNECTION = "no-connection";
  private static final String TIMED_OUT = "timed-out";
  private static final String CONNECTION_LOST = "connection-lost";
  private static final int MAX_CAUSES = 20;

  /** The codes of troubles that may be gone a moment later. */
  static final Set<String> CODES = Set.of(NO_CONNECTION, TIMED_OUT, CONNECTION_LOST);

  private TransportFailure() {}

  /** Whether it is trouble on the way and not a fault of ours. */
  static boolean explains(Throwable thrown) {
    return causes(thrown)
        .anyMatch(
            cause ->
                cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof InterruptedException
                    || cause instanceof UnresolvedAddressException);
  }

  /** The trouble for the caller: of kind TRY_LATER when the request was certainly not sent. */
  static QuantumException of(String what, CallSemantics semantics, Throwable thrown) {
    if (causes(thrown).anyMatch(InterruptedException.class::isInstance)) {
      Thread.currentThread().interrupt();
    }
    if (causes(thrown).anyMatch(TransportFailure::isBeforeSending)) {
      return trouble(
          Kind.TRY_LATER, NO_CONNECTION, "the request to " + what + " got no connection", thrown);
    }
    if (causes(thrown).anyMatch(BoundedStream.TooLargeException.class::isInstance)) {
      // Asking again would bring the same; whether a creation happened is still to be found out.
      Kind kind = semantics == CallSemantics.IDEMPOTENT ? Kind.REJECTED : Kind.UNCERTAIN;
      return trouble(
          kind,
          QuantumException.ANSWER_TOO_LARGE,
          "the request to " + what + " got too large an answer",
          thrown);
    }
    if (causes(thrown).anyMatch(HttpTimeoutException.class::isInstance)) {
      return trouble(
          semantics.unanswered(),
          TIMED_OUT,
          "the request to " + what + " got no answer in time",
          thrown);
    }
    return trouble(
        semantics.unanswered(),
        CONNECTION_LOST,
        "the request to " + what + " lost its connection",
        thrown);
  }

  /** An answer of success that cannot be understood. */
  static QuantumException unreadable(String what, CallSemantics semantics, int status) {
    return new QuantumException(
        semantics.unanswered(),
        status,
        "unreadable-answer",
        "the request to " + what + " was answered " + status + " with a body that cannot be read",
        null);
  }

  private static boolean isBeforeSending(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof HttpConnectTimeoutException
        || cause instanceof UnknownHostException
        || cause instanceof UnresolvedAddressException
        || cause instanceof SSLHandshakeException;
  }

  private static QuantumException trouble(
      Kind kind, String code, String message, Throwable thrown) {
    QuantumException trouble = new QuantumException(kind, 0, code, message, null);
    trouble.initCause(thrown);
    return trouble;
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.<Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause)
        .limit(MAX_CAUSES);
  }
}
