package io.quantumexecutor.local;

import io.quantumexecutor.local.emulator.EmulatedWorkspace;
import io.quantumexecutor.local.emulator.EmulatorPrincipals.Secret;
import io.quantumexecutor.local.emulator.EmulatorPrincipals.ServicePrincipal;
import io.quantumexecutor.local.emulator.QuantumEmulator;
import io.quantumexecutor.local.emulator.Role;

/**
 * ServicePrincipals with an application and a workspace of their own, as their requests name them.
 */
final class ServicePrincipals {
  static final String TENANT = "11111111-2222-3333-4444-555555555555";
  static final EmulatedWorkspace WORKSPACE =
      new EmulatedWorkspace(
          "00000000-0000-0000-0000-000000000002", "theirs", "their-workspace", "westus");

  private ServicePrincipals() {}

  /** An application that signs in, in the emulator's directory. */
  static void register(QuantumEmulator emulator, String client, String secret, Role role) {
    emulator.addWorkspace(WORKSPACE);
    emulator.principals().add(new ServicePrincipal(TENANT, client, secret, Secret.VALID), role);
  }

  static void registerExpired(QuantumEmulator emulator, String client, String secret) {
    emulator
        .principals()
        .add(new ServicePrincipal(TENANT, client, secret, Secret.EXPIRED), Role.DATA_CONTRIBUTOR);
  }

  /** The four parts of credentials, as Classiq's AzureCredential serializes them. */
  static String credentials(String tenant, String client, String secret) {
    return """
        {"tenant_id": "%s", "client_id": "%s", "client_secret": "%s", "resource_id": "%s"}"""
        .formatted(tenant, client, secret, WORKSPACE.resourceId());
  }

  /** A Bell program for a backend in the callers' workspace. */
  static String bell(String credentials, String more) {
    return """
        {"program": "OPENQASM 2.0; include \\"qelib1.inc\\"; qreg q[2]; creg c[2]; h q[0]; cx q[0],q[1]; measure q -> c;",
         "num_shots": 100,
         "backend_preferences": {"backend_service_provider": "Azure Quantum",
           "backend_name": "ionq.simulator", "location": "West US", "credentials": %s}%s}
        """
        .formatted(credentials, more);
  }
}
