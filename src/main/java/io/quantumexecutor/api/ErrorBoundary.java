package io.quantumexecutor.api;

import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.request.InvalidRequestException;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.api.view.ProblemDocument;
import io.quantumexecutor.api.view.ProblemType;
import io.quantumexecutor.job.BadCursorException;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.StaleException;
import io.quantumexecutor.job.StorageTroubleException;
import io.quantumexecutor.lifecycle.BusyException;
import io.quantumexecutor.workspace.QuantumException;
import java.util.List;
import java.util.function.Supplier;

/** Where exceptions with a meaning for the caller become answers; bugs pass through. */
public final class ErrorBoundary {
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
        return ProblemDocument.of(ProblemType.REFUSED_BY_AZURE_QUANTUM, e.getMessage())
            .response(request.invocationId());
      }
      long seconds = e.retryAfter().map(wait -> Math.max(1, wait.toSeconds())).orElse(10L);
      return unavailable(request, ProblemType.AZURE_QUANTUM_UNAVAILABLE, e.getMessage(), seconds);
    } catch (StorageTroubleException e) {
      return unavailable(
          request, ProblemType.STORAGE_UNAVAILABLE, "Storage did not answer as it should.", 5);
    } catch (BusyException e) {
      return unavailable(request, ProblemType.TRY_AGAIN, "This instance is at its limit.", 2);
    } catch (StaleException e) {
      return unavailable(request, ProblemType.TRY_AGAIN, "Another request is changing the job.", 1);
    }
  }

  /** The answer for a bug: nothing of it is told, the invocation's id leads to the log. */
  public static ApiResponse internalError(String invocationId) {
    return ProblemDocument.of(
            ProblemType.INTERNAL_ERROR, "The log of this invocation has the details.")
        .response(invocationId);
  }

  private static ApiResponse unavailable(
      ApiRequest request, ProblemType type, String detail, long seconds) {
    return ProblemDocument.of(type, detail)
        .response(request.invocationId())
        .with("Retry-After", Long.toString(seconds));
  }
}
