package io.quantumexecutor.api;

import io.quantumexecutor.job.BadCursorException;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.QuantumException;
import io.quantumexecutor.job.StaleException;
import io.quantumexecutor.job.StorageTroubleException;
import java.util.List;
import java.util.function.Supplier;

/** Where exceptions with a meaning for the caller become answers; bugs pass through. */
public final class ErrorBoundary {
  private static final String TITLE = "Not possible at the moment";

  private ErrorBoundary() {}

  static ApiResponse guard(ApiRequest request, Supplier<ApiResponse> work) {
    try {
      return work.get();
    } catch (InvalidRequestException e) {
      return e.response(request.invocationId());
    } catch (BadCursorException e) {
      return InvalidRequestException.of(List.of(Problem.at("?cursor", BadCursorException.MESSAGE)))
          .response(request.invocationId());
    } catch (QuantumException e) {
      if (e.kind() == QuantumException.Kind.REJECTED) {
        return ProblemDocument.of(
                409, "refused-by-azure-quantum", "Refused by Azure Quantum", e.getMessage())
            .response(request.invocationId());
      }
      long seconds = e.retryAfter().map(wait -> Math.max(1, wait.toSeconds())).orElse(10L);
      return unavailable(request, "azure-quantum-unavailable", e.getMessage(), seconds);
    } catch (StorageTroubleException e) {
      return unavailable(request, "storage-unavailable", "Storage did not answer as it should.", 5);
    } catch (StaleException e) {
      return unavailable(request, "try-again", "The job was being changed by others.", 1);
    }
  }

  /** The answer for a bug: nothing of it is told, the invocation's id leads to the log. */
  public static ApiResponse internalError(String invocationId) {
    return ProblemDocument.of(
            500, "internal-error", "Internal error", "The log of this invocation has the details.")
        .response(invocationId);
  }

  private static ApiResponse unavailable(
      ApiRequest request, String type, String detail, long seconds) {
    return ProblemDocument.of(503, type, TITLE, detail)
        .response(request.invocationId())
        .with("Retry-After", Long.toString(seconds));
  }
}
