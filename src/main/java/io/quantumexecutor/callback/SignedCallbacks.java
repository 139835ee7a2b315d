package io.quantumexecutor.callback;

import io.quantumexecutor.job.Callbacks;
import io.quantumexecutor.job.Owner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.ssl.SSLContexts;

/** Callbacks over HTTPS to public addresses, each signed with its owner's secret. */
public final class SignedCallbacks implements Callbacks {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final CallbackKeys keys;
  private final CallbackRules rules;
  private final NameLookUp names;
  private final PinnedPost post;
  private final InstantSource clock;

  SignedCallbacks(
      CallbackKeys keys,
      CallbackRules rules,
      NameLookUp names,
      PinnedPost post,
      InstantSource clock) {
    this.keys = keys;
    this.rules = rules;
    this.names = names;
    this.post = post;
    this.clock = clock;
  }

  /**
   * Callbacks of a deployment.
   *
   * @param key what the owners' secrets are derived from, the same on every instance
   * @param testHosts hosts with their ports that may lie anywhere; empty in production
   */
  public static SignedCallbacks of(byte[] key, Set<String> testHosts, InstantSource clock) {
    return new SignedCallbacks(
        new CallbackKeys(key),
        new CallbackRules(testHosts),
        NameLookUp.SYSTEM,
        new PinnedPost(SSLContexts.createSystemDefault(), LIMIT),
        clock);
  }

  @Override
  public Optional<String> refusal(URI address) {
    return rules.refusal(address);
  }

  @Override
  public String secretOf(Owner owner) {
    return keys.secretOf(owner);
  }

  @Override
  public Optional<String> post(Owner owner, URI address, String event) {
    URI target = URI.create(address.toASCIIString());
    Optional<String> refusal = rules.refusal(target);
    if (refusal.isPresent()) {
      return Optional.of("the address " + refusal.get());
    }
    try {
      List<InetAddress> found = names.addressesOf(target.getHost());
      // One closed address among open ones is how a name is made to lead inside later.
      return found.isEmpty() || !found.stream().allMatch(it -> rules.permits(target, it))
          ? Optional.of("the name does not lead to a public address")
          : answer(post.post(found.get(0), target, headers(owner, event), event));
    } catch (UnknownHostException e) {
      return Optional.of("the name is not known");
    } catch (SSLException e) {
      return Optional.of("the receiver's certificate or TLS was not acceptable");
    } catch (IOException e) {
      return Optional.of("the receiver did not answer within " + LIMIT.toSeconds() + " seconds");
    }
  }

  private Map<String, String> headers(Owner owner, String event) {
    return Map.of(
        "Content-Type", "application/cloudevents+json; charset=utf-8",
        "User-Agent", "azure-quantum-executor",
        "X-Quantum-Signature", keys.signature(owner, clock.instant(), event));
  }

  private static Optional<String> answer(int status) {
    if (status >= 200 && status < 300) {
      return Optional.empty();
    }
    String advice = status >= 300 && status < 400 ? "; redirects are not followed" : "";
    return Optional.of("the receiver answered " + status + advice);
  }
}
