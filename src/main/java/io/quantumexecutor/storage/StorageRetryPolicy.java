package io.quantumexecutor.storage;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.policy.ExponentialBackoffOptions;
import com.azure.core.http.policy.RequestRetryCondition;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.util.HttpClientOptions;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import java.time.Duration;
import java.util.Set;

/**
 * Time-outs and retries of storage calls, kept short: callers have their own way of trying again
 * later.
 */
final class StorageRetryPolicy {
  private static final int TRIES = 3;
  private static final Duration TRY = Duration.ofSeconds(20);
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration MAX_PAUSE = Duration.ofSeconds(2);
  private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

  private StorageRetryPolicy() {}

  static HttpClient httpClient() {
    return HttpClient.createDefault(
        new HttpClientOptions()
            .setConnectTimeout(CONNECT)
            .setResponseTimeout(TRY)
            .setReadTimeout(TRY)
            .setWriteTimeout(TRY));
  }

  static RequestRetryOptions storageRetries() {
    return new RequestRetryOptions(
        RetryPolicyType.EXPONENTIAL, TRIES, (Duration) null, FIRST_PAUSE, MAX_PAUSE, null);
  }

  static RetryOptions tableRetries() {
    return new RetryOptions(
            new ExponentialBackoffOptions()
                .setMaxRetries(TRIES - 1)
                .setBaseDelay(FIRST_PAUSE)
                .setMaxDelay(MAX_PAUSE))
        .setShouldRetryCondition(StorageRetryPolicy::isWorthAnotherTry);
  }

  /** The SDK would sleep as long as Retry-After says, however long that is. */
  private static boolean isWorthAnotherTry(RequestRetryCondition outcome) {
    return outcome.getResponse() == null
        || (PASSING.contains(outcome.getResponse().getStatusCode())
            && outcome.getResponse().getHeaderValue(HttpHeaderName.RETRY_AFTER) == null);
  }
}
