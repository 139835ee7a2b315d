package io.quantumexecutor.api.request;

import io.quantumexecutor.job.Problem;
import io.quantumexecutor.workspace.Access;
import io.quantumexecutor.workspace.Location;
import io.quantumexecutor.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a request says about workspace and identity, wherever it says it, and decides what
 * that means. Incomplete credentials are refused: they never fall back to our own identity.
 */
final class AccessFields {
  private static final String TENANT = "tenant_id";
  private static final String CLIENT = "client_id";
  private static final String SECRET = "client_secret";
  private static final String RESOURCE = "resource_id";
  private static final String LOCATION = "location";
  private static final List<String> VIA = List.of("run_via_classiq", "run_through_classiq");

  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern DOMAIN =
      Pattern.compile("(?=.{4,253}$)[A-Za-z0-9](?:[A-Za-z0-9-]*\\.)+[A-Za-z]{2,}");

  /** Printable ASCII: what Microsoft Entra makes secrets of. */
  private static final Pattern PRINTABLE = Pattern.compile("[!-~]{1,1000}");

  private final List<Problem> problems;
  private final Map<String, StatedValue<String>> facts = new LinkedHashMap<>();
  private final StatedValue<Boolean> via = new StatedValue<>();

  AccessFields(List<Problem> problems) {
    this.problems = problems;
    List.of(TENANT, CLIENT, SECRET, RESOURCE, LOCATION)
        .forEach(name -> facts.put(name, new StatedValue<>()));
  }

  /** The two names of the wish to run in the configured workspace. */
  void flags(Fields fields) {
    for (String name : VIA) {
      fields.flag(name).ifPresent(value -> via.at(fields.pointer(name), value));
    }
  }

  /** The workspace and where it is. */
  void place(Fields fields) {
    text(fields, RESOURCE);
    text(fields, LOCATION);
  }

  /**
   * The four parts of credentials.
   *
   * @return whether any of them is there
   */
  boolean credentials(Fields fields) {
    boolean any = false;
    for (String name : List.of(TENANT, CLIENT, SECRET, RESOURCE)) {
      any |= fields.any(name).isPresent();
      text(fields, name);
    }
    return any;
  }

  private void text(Fields fields, String name) {
    fields.text(name).ifPresent(value -> fact(name).at(fields.pointer(name), value));
  }

  private StatedValue<String> fact(String name) {
    return facts.computeIfAbsent(name, any -> new StatedValue<>());
  }

  /** Where what was stated first. */
  Map<String, String> places() {
    Map<String, String> places = new LinkedHashMap<>();
    facts.forEach((name, fact) -> fact.place().ifPresent(place -> places.put(name, place)));
    return places;
  }

  /** What the request means; empty if that is wrong, which is then noted. */
  Optional<Access> read() {
    int before = problems.size();
    boolean runVia = via.agreed(problems).orElse(false);
    Optional<Location> location = parsed(LOCATION, Location::parse);
    Optional<Workspace> workspace = parsed(RESOURCE, Workspace::parse);
    Optional<String> tenant = parsed(TENANT, AccessFields::tenant);
    Optional<String> client = parsed(CLIENT, AccessFields::client);
    Optional<String> secret = parsed(SECRET, AccessFields::secret);
    if (runVia) {
      refuseCredentials();
    } else {
      refusePartial();
    }
    if (problems.size() > before) {
      return Optional.empty();
    }
    if (workspace.isEmpty()) {
      return Optional.of(new Access.Integration());
    }
    Location at = location.orElse(null);
    return Optional.of(
        secret.isPresent()
            ? new Access.ServicePrincipal(
                tenant.orElseThrow(), client.orElseThrow(), secret.get(), workspace.get(), at)
            : new Access.ManagedIdentity(workspace.get(), at));
  }

  /** Messages of the parsers do not quote what they were given. */
  private <T> Optional<T> parsed(String name, Function<String, T> parser) {
    StatedValue<String> fact = fact(name);
    Optional<String> text = fact.agreed(problems);
    try {
      return text.map(parser);
    } catch (IllegalArgumentException e) {
      problems.add(Problem.at(fact.place().orElse("/" + name), String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  private void refuseCredentials() {
    String flag = via.place().orElseThrow();
    for (String name : List.of(TENANT, CLIENT, SECRET, RESOURCE)) {
      fact(name)
          .place()
          .ifPresent(
              place -> {
                problems.add(
                    Problem.at(
                        flag,
                        "means this service's workspace, but "
                            + place
                            + " means another one: give one of them"));
                problems.add(
                    Problem.at(
                        place,
                        "means another workspace, but "
                            + flag
                            + " means this service's own: give one of them"));
              });
    }
  }

  private void refusePartial() {
    List<String> signIn = List.of(TENANT, CLIENT, SECRET);
    if (signIn.stream().noneMatch(name -> fact(name).isStated())) {
      return;
    }
    List<String> missing = new ArrayList<>();
    @Nullable String place = null;
    for (String name : List.of(TENANT, CLIENT, SECRET, RESOURCE)) {
      if (!fact(name).isStated()) {
        missing.add(name);
      } else if (place == null) {
        place = fact(name).place().orElseThrow();
      }
    }
    if (!missing.isEmpty() && place != null) {
      problems.add(
          Problem.at(
              place.substring(0, place.lastIndexOf('/')),
              "the credentials are incomplete: "
                  + String.join(", ", missing)
                  + (missing.size() == 1 ? " is" : " are")
                  + " missing; give all four, or resource_id alone for this service's identity, or"
                  + " none for its workspace"));
    }
  }

  private static String tenant(String text) {
    return require(
        text,
        GUID.matcher(text).matches() || DOMAIN.matcher(text).matches(),
        "must be a directory (tenant) id, a GUID, or a domain of the directory");
  }

  private static String client(String text) {
    return require(
        text, GUID.matcher(text).matches(), "must be an application (client) id, a GUID");
  }

  private static String secret(String text) {
    return require(
        text,
        PRINTABLE.matcher(text).matches(),
        "must be the value of a client secret: printable characters without blanks");
  }

  private static String require(String text, boolean fits, String otherwise) {
    if (!fits) {
      throw new IllegalArgumentException(otherwise);
    }
    return text;
  }
}
