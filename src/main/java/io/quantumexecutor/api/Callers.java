package io.quantumexecutor.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.request.InvalidRequestException;
import io.quantumexecutor.api.view.ApiJson;
import io.quantumexecutor.api.view.ProblemDocument;
import io.quantumexecutor.api.view.ProblemType;
import io.quantumexecutor.job.Owner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * Tells callers apart by the headers that App Service authentication sets (Microsoft: "Work with
 * user identities in Azure App Service authentication"). With authentication off the headers are
 * the client's own words and are not looked at: then everybody is one owner.
 */
public final class Callers {
  private static final Owner SINGLE = new Owner("single");
  private static final String PRINCIPAL = "x-ms-client-principal";
  private static final String OWNER = "owner";
  private static final String EVERYBODY = "*";

  private final CallerPolicy policy;

  public Callers(CallerPolicy policy) {
    this.policy = policy;
  }

  /**
   * The caller of a request; an administrator may act for another owner with {@code ?owner=}.
   *
   * @throws InvalidRequestException 401 if nobody has signed in, 403 if the caller is no
   *     administrator but names an owner
   */
  Caller of(ApiRequest request) {
    Caller caller = policy.authenticated() ? signedIn(request) : singleOwner();
    String wanted = request.query().get(OWNER);
    if (wanted == null || wanted.equals(caller.owner().key()) || wanted.equals(EVERYBODY)) {
      return caller;
    }
    requireAdmin(caller);
    return caller.actingFor(Owner.parse(wanted).orElseThrow(Callers::noOwner));
  }

  /**
   * Whether the request is about the jobs of all owners.
   *
   * @throws InvalidRequestException 403 if it is and the caller is no administrator
   */
  boolean wantsEverybody(ApiRequest request, Caller caller) {
    if (!EVERYBODY.equals(request.query().get(OWNER))) {
      return false;
    }
    requireAdmin(caller);
    return true;
  }

  /**
   * Stops a caller who may not use the configured workspace.
   *
   * @throws InvalidRequestException 403 with the operator's message
   */
  void requireIntegration(Caller caller) {
    if (!caller.mayUseIntegration()) {
      throw refused(ProblemType.INTEGRATION_NOT_ALLOWED, policy.integrationRefusal());
    }
  }

  private Caller singleOwner() {
    if (policy.signInRequired()) {
      throw refused(
          ProblemType.UNAUTHENTICATED,
          "Sign-in is required here but the platform's authentication is off: the operator has to"
              + " turn it on.");
    }
    return new Caller(SINGLE, true, policy.integrationRole() == null);
  }

  private Caller signedIn(ApiRequest request) {
    String id =
        request
            .header(PRINCIPAL + "-id")
            .filter(text -> !text.isBlank())
            .orElseThrow(
                () ->
                    refused(
                        ProblemType.UNAUTHENTICATED, "Sign in: send a token of Microsoft Entra."));
    String provider = request.header(PRINCIPAL + "-idp").orElse("");
    Set<String> roles = request.header(PRINCIPAL).map(Callers::roles).orElse(Set.of());
    String needed = policy.integrationRole();
    return new Caller(
        owner(provider, id),
        roles.contains(policy.adminRole()),
        needed == null || roles.contains(needed));
  }

  private void requireAdmin(Caller caller) {
    if (!caller.isAdmin()) {
      throw refused(
          ProblemType.FORBIDDEN,
          "Only callers with the role " + policy.adminRole() + " may use ?owner=.");
    }
  }

  /** The roles in the platform's description of the caller; none if it cannot be read. */
  private static Set<String> roles(String base64) {
    Set<String> roles = new HashSet<>();
    try {
      JsonNode principal = ApiJson.MAPPER.readTree(Base64.getDecoder().decode(base64));
      String roleType = principal.path("role_typ").asText("roles");
      for (JsonNode claim : principal.path("claims")) {
        String type = claim.path("typ").asText();
        if (type.equals(roleType) || type.equals("roles")) {
          roles.add(claim.path("val").asText());
        }
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      return Set.of();
    }
    return roles;
  }

  /** SHA-256 of identity provider and principal id: a safe table key that names nobody. */
  private static Owner owner(String provider, String id) {
    try {
      String text = (provider + "\n" + id).toLowerCase(Locale.ROOT);
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new Owner(HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static InvalidRequestException noOwner() {
    return refused(ProblemType.NOT_FOUND, "There is no such owner.");
  }

  private static InvalidRequestException refused(ProblemType type, String detail) {
    return new InvalidRequestException(ProblemDocument.of(type, detail));
  }
}
