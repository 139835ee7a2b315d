package io.quantumexecutor.local.emulator;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who there is and what they may do. */
public final class EmulatorPrincipals {
  /** The name of the one managed identity; it starts as a data contributor. */
  public static final String MANAGED_IDENTITY = "managed-identity";

  /**
   * An application that signs in with a secret.
   *
   * @param secret how its secret stands
   */
  public record ServicePrincipal(
      String tenantId, String clientId, String clientSecret, Secret secret) {}

  /** Whether a secret may still be used. */
  public enum Secret {
    VALID,
    EXPIRED
  }

  private final Map<String, Role> roles = new ConcurrentHashMap<>();
  private final Map<String, ServicePrincipal> applications = new ConcurrentHashMap<>();

  EmulatorPrincipals() {
    roles.put(MANAGED_IDENTITY, Role.DATA_CONTRIBUTOR);
  }

  /** Registers an application; one of the same client id is replaced. */
  public void add(ServicePrincipal application, Role role) {
    applications.put(application.clientId(), application);
    setRole(application.clientId(), role);
  }

  /**
   * Sets a role from now on.
   *
   * @param principal a client id or {@link #MANAGED_IDENTITY}
   */
  public void setRole(String principal, Role role) {
    roles.put(principal, role);
  }

  Role roleOf(String principal) {
    return roles.getOrDefault(principal, Role.NONE);
  }

  Optional<ServicePrincipal> application(String clientId) {
    return Optional.ofNullable(applications.get(clientId));
  }

  boolean hasTenant(String tenantId) {
    return applications.values().stream().anyMatch(each -> each.tenantId().equals(tenantId));
  }
}
