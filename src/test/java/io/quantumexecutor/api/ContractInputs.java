package io.quantumexecutor.api;

import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.workspace.QuantumException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** What the contract test sends. */
final class ContractInputs {
  static final CallerPolicy SIGNED_IN =
      new CallerPolicy(true, false, "admin", null, "Ask the library for access.");
  static final CallerPolicy ROLE_NEEDED =
      new CallerPolicy(true, false, "admin", "academic", "Ask the library for access.");
  static final Map<String, String> CAROL = Map.of("x-ms-client-principal-id", "carol");
  static final Map<String, String> KEY = Map.of("idempotency-key", "once");
  static final String BELL = ApiFixture.bell("");
  static final String LIVE_ONLY = BELL.replace("ionq.simulator", "newco.qpu.one");
  static final String UNKNOWN_ID = "018f0000-0000-7000-8000-000000000000";

  static final String WORKSPACE =
      "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/research"
          + "/providers/Microsoft.Quantum/Workspaces/bells";

  /** As Classiq's SDK serializes its preferences. */
  static final String PREFERENCES =
      """
      {"program": "OPENQASM 2.0; qreg q[1]; creg c[1]; measure q -> c;",
       "preferences": {"num_shots": 10, "random_seed": 1, "job_name": "a", "timeout_sec": null,
         "noise_properties": null, "transpile_to_hardware": "decompose",
         "backend_preferences": {"backend_service_provider": "Azure Quantum",
           "backend_name": "ionq.simulator", "location": "East US", "credentials": null,
           "ionq_error_mitigation_flag": false, "run_through_classiq": true}}}
      """;

  static final String FLAT =
      """
      {"program": "OPENQASM 2.0; qreg q[1]; creg c[1]; measure q -> c;",
       "backend": "azure/ionq.simulator",
       "config": {"location": "East US", "tenant_id": "00000000-0000-0000-0000-000000000002",
         "client_id": "00000000-0000-0000-0000-000000000003", "client_secret": "s~ecret",
         "resource_id": "%s"}}
      """
          .formatted(WORKSPACE);

  private ContractInputs() {}

  static ApiRequest with(Map<String, String> headers, Optional<String> body) {
    return new ApiRequest("", Map.of(), headers, body, "test");
  }

  static ApiRequest patch(String body) {
    return with(
        Map.of("content-type", "application/merge-patch+json", "content-length", "1"),
        Optional.of(body));
  }

  static QuantumException outage() {
    return new QuantumException(QuantumException.Kind.TRY_LATER, 503, "outage", "closed", null);
  }

  static String program(String format, String field, String text, String backend) {
    return """
        {"program": {"format": "%s", "%s": "%s"}, "backend_preferences": {"backend_name": "%s"}}
        """
        .formatted(format, field, text, backend);
  }

  static String quil(String backend) {
    String more = "\"num_shots\": 2, \"program\"";
    return program("rigetti.quil.v1", "text", "H 0", backend).replace("\"program\"", more);
  }

  static String bitcode(String backend) {
    byte[] bytes = "BC\u00c0\u00de0000".getBytes(StandardCharsets.ISO_8859_1);
    return program("qir.v1", "base64", Base64.getEncoder().encodeToString(bytes), backend);
  }
}
