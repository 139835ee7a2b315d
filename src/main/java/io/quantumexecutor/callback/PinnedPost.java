package io.quantumexecutor.callback;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * One POST over TLS to an address that was chosen beforehand, with the certificate checked for the
 * name. The name is not looked up again: between a check and a second look-up the answer may
 * change. Nothing is followed, repeated or remembered, and only the head of the answer is read.
 */
final class PinnedPost {
  private final SSLContext tls;
  private final Duration limit;

  /**
   * @param limit for everything from connecting to the answer
   */
  PinnedPost(SSLContext tls, Duration limit) {
    this.tls = tls;
    this.limit = limit;
  }

  /**
   * Posts a body.
   *
   * @return the status of the answer
   * @throws IOException if there is none, or not in time
   */
  int post(InetAddress address, URI target, Map<String, String> headers, String body)
      throws IOException {
    HttpPost request = new HttpPost(target);
    headers.forEach(request::addHeader);
    request.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), null));
    // Time limits of sockets hold for a single read: a slow drip would never meet them.
    CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS)
        .execute(request::cancel);
    // Closing the answer would read its body to the end; closing the client drops the connection.
    try (CloseableHttpClient client = client(target.getHost(), address)) {
      return client.executeOpen(null, request, null).getCode();
    } catch (IllegalStateException e) {
      throw new IOException("cancelled between two steps of the client", e);
    }
  }

  private CloseableHttpClient client(String host, InetAddress address) {
    InMemoryDnsResolver pinned = new InMemoryDnsResolver();
    pinned.add(host, address);
    HttpClientConnectionManager connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(pinned)
            .setTlsSocketStrategy(
                new DefaultClientTlsStrategy(tls, HostnameVerificationPolicy.BUILTIN, null))
            .setDefaultConnectionConfig(timeouts())
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(RequestConfig.custom().setAuthenticationEnabled(false).build())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableContentCompression()
        .build();
  }

  private ConnectionConfig timeouts() {
    Timeout each = Timeout.of(limit);
    return ConnectionConfig.custom().setConnectTimeout(each).setSocketTimeout(each).build();
  }
}
