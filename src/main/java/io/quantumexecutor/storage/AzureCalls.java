package io.quantumexecutor.storage;

import com.azure.core.exception.HttpResponseException;
import io.quantumexecutor.job.StorageTroubleException;
import java.util.function.Supplier;

/** Turns what the SDK throws into our exceptions, whose messages name the call and the status. */
final class AzureCalls {
  private AzureCalls() {}

  /**
   * Makes a call.
   *
   * @throws IllegalArgumentException if storage refuses the request as malformed or too large: a
   *     mistake of ours that no repetition mends
   */
  static <T> T call(String name, Supplier<T> call) {
    try {
      return call.get();
    } catch (HttpResponseException e) {
      int status = status(e);
      String message = name + ": storage answered " + status;
      throw status == 400 || status == 413
          ? new IllegalArgumentException(message, e)
          : new StorageTroubleException(message, e);
    } catch (RowExistsException | RowChangedException e) {
      throw e;
    } catch (RuntimeException e) {
      // Time-outs, broken connections and missing tokens come in many unrelated types.
      throw new StorageTroubleException(name + ": no answer from storage", e);
    }
  }

  static void run(String name, Runnable call) {
    call(
        name,
        () -> {
          call.run();
          return name;
        });
  }

  /** The HTTP status; 0 when there was no response. */
  static int status(HttpResponseException e) {
    return e.getResponse() == null ? 0 : e.getResponse().getStatusCode();
  }
}
