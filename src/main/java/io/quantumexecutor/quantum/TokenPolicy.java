package io.quantumexecutor.quantum;

import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import io.quantumexecutor.workspace.QuantumException;
import io.quantumexecutor.workspace.QuantumException.Kind;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds the bearer token; a token that cannot be had is told apart from a refused request. */
final class TokenPolicy extends BearerTokenAuthenticationPolicy {
  static final String QUANTUM = "https://quantum.microsoft.com/.default";
  static final String RESOURCE_MANAGER = "https://management.azure.com/.default";
  private static final Pattern ENTRA_CODE = Pattern.compile("AADSTS\\d{1,8}");

  /** Entra's own trouble, by its documentation of error codes: throttled, time-out, transient. */
  private static final Set<String> PASSING =
      Set.of("AADSTS50196", "AADSTS90033", "AADSTS90006", "AADSTS90012", "AADSTS90055");

  TokenPolicy(TokenCredential credential, String scope) {
    super(credential, scope);
  }

  // Credentials throw several unrelated unchecked exceptions for one thing: no token.
  @Override
  public void authorizeRequestSync(HttpPipelineCallContext context) {
    try {
      super.authorizeRequestSync(context);
    } catch (RuntimeException thrown) {
      throw trouble(thrown);
    }
  }

  // The messages of the credentials are not passed on: they may quote what was sent.
  static QuantumException trouble(RuntimeException thrown) {
    String code = entraCode(thrown);
    boolean denied = code.isEmpty() ? isRefused(thrown) : !PASSING.contains(code);
    return new QuantumException(
        denied ? Kind.DENIED : Kind.TRY_LATER,
        0,
        code.isEmpty() ? "token-unavailable" : code,
        denied
            ? "Microsoft Entra refused a token" + inBrackets(code)
            : "Microsoft Entra issued no token" + inBrackets(code),
        null);
  }

  private static boolean isRefused(RuntimeException thrown) {
    return thrown instanceof ClientAuthenticationException refused
        && refused.getResponse() != null
        && Set.of(400, 401, 403).contains(refused.getResponse().getStatusCode());
  }

  private static String entraCode(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      Matcher matcher = ENTRA_CODE.matcher(String.valueOf(cause.getMessage()));
      if (matcher.find()) {
        return matcher.group();
      }
    }
    return "";
  }

  private static String inBrackets(String code) {
    return code.isEmpty() ? "" : " (" + code + ")";
  }
}
