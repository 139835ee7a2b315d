package io.quantumexecutor.quantum;

import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import io.quantumexecutor.workspace.QuantumException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** Sends one request, once, and reads its answer, all of it or not at all. */
final class Exchange {
  private static final int ERROR_BYTES = 64 << 10;

  private final HttpPipeline pipeline;
  private final Duration whole;
  private final InstantSource clock;

  /**
   * @param pipeline must not retry
   * @param whole how long an exchange may take
   */
  Exchange(HttpPipeline pipeline, Duration whole, InstantSource clock) {
    this.pipeline = pipeline;
    this.whole = whole;
    this.clock = clock;
  }

  /**
   * @param what the call in words, for messages
   * @param limit the largest answer in bytes
   * @param tolerated statuses other than 2xx that are answers too
   */
  record CallOptions(String what, CallSemantics semantics, int limit, Set<Integer> tolerated) {}

  /**
   * @throws QuantumException for an answer that is neither success nor tolerated, or for none
   */
  ServiceResponse send(HttpRequest request, CallOptions options) {
    ServiceResponse answer = exchange(request, options);
    if (answer.isSuccess() || options.tolerated().contains(answer.status())) {
      return answer;
    }
    throw ErrorResponse.of(options.what(), options.semantics(), answer, clock.instant());
  }

  // azure-core wraps what went wrong on the way in several unchecked exceptions.
  private ServiceResponse exchange(HttpRequest request, CallOptions options) {
    Instant deadline = clock.instant().plus(whole);
    try (HttpResponse response = pipeline.sendSync(request, Context.NONE)) {
      return new ServiceResponse(
          response.getStatusCode(), response.getHeaders(), body(response, options, deadline));
    } catch (IOException lost) {
      throw TransportFailure.of(options.what(), options.semantics(), lost);
    } catch (RuntimeException thrown) {
      if (!TransportFailure.explains(thrown)) {
        throw thrown;
      }
      throw TransportFailure.of(options.what(), options.semantics(), thrown);
    }
  }

  private BinaryData body(HttpResponse response, CallOptions options, Instant deadline)
      throws IOException {
    BinaryData body = response.getBodyAsBinaryData();
    if (body == null) {
      return BinaryData.fromBytes(new byte[0]);
    }
    try (InputStream in = new BoundedStream(body.toStream(), options.limit(), deadline, clock)) {
      boolean success = response.getStatusCode() < 300;
      return BinaryData.fromBytes(success ? in.readAllBytes() : in.readNBytes(ERROR_BYTES));
    }
  }
}
