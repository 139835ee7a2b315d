package io.quantumexecutor.api;

import io.quantumexecutor.api.DescribedOperation.Outcome;
import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.view.ApiJson;
import io.quantumexecutor.api.view.ApiResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was answered, and what of it is not as described. */
final class ContractRecord {
  private final ApiDescription description;
  private final FieldCoverage fields = new FieldCoverage();
  private final Set<Outcome> produced = new HashSet<>();
  private final List<String> faults = new ArrayList<>();

  ContractRecord(ApiDescription description) {
    this.description = description;
  }

  ApiDescription description() {
    return description;
  }

  /** Holds an answer against the description, and what was asked if it was accepted. */
  void note(DescribedOperation operation, ApiRequest request, ApiResponse response) {
    Outcome outcome = operation.outcome(response);
    produced.add(outcome);
    operation.faultsOf(response).forEach(fault -> faults.add(outcome + ": " + fault));
    fields.note(operation.schema(response), DescribedOperation.instance(response));
    if (response.status() < 300) {
      noteRequest(operation, request);
    }
  }

  private void noteRequest(DescribedOperation operation, ApiRequest request) {
    request.query().keySet().stream()
        .filter(name -> !operation.queryNames().contains(name))
        .forEach(name -> faults.add(operation.id() + ": query " + name + " is not described"));
    if (operation.hasBody() && request.body().isPresent()) {
      String type = request.header("content-type").orElse("application/json");
      operation
          .faultsOfBody(type, ApiJson.parse(request.body().orElseThrow()).orElseThrow())
          .forEach(
              fault -> faults.add(operation.id() + " took a body that is not valid: " + fault));
    }
  }

  /** The described fields that answers had. */
  Set<String> fields() {
    return fields.seen();
  }

  Set<Outcome> produced() {
    return Set.copyOf(produced);
  }

  List<String> faults() {
    return List.copyOf(faults);
  }
}
