package io.quantumexecutor.callback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManagerFactory;

/**
 * A receiver of callbacks on loopback, with a certificate of its own for localhost and
 * receiver.example.com, which verifies signatures as any receiver would.
 */
public final class HttpsReceiver implements AutoCloseable {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final Pattern SIGNATURE = Pattern.compile("t=([0-9]+),v1=([0-9a-f]{64})");

  private final KeyStore keys;
  private final SSLContext tls;
  private final HttpsServer server;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private volatile int answer = 204;

  /**
   * What came.
   *
   * @param serverName the name that the TLS handshake asked for, empty if it asked for none
   * @param headers the names of all headers
   */
  public record Call(
      String target,
      String host,
      String contentType,
      String signature,
      String body,
      String serverName,
      Set<String> headers) {
    /** Whether a receiver with that secret would believe it. */
    public boolean isSignedWith(String secret) {
      Matcher matcher = SIGNATURE.matcher(signature);
      if (!matcher.matches()) {
        return false;
      }
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] signed = (matcher.group(1) + "." + body).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(mac.doFinal(signed)).equals(matcher.group(2));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private HttpsReceiver(KeyStore keys) throws IOException, GeneralSecurityException {
    this.keys = keys;
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext("/", this::take);
    server.start();
  }

  public static HttpsReceiver start() throws IOException, GeneralSecurityException {
    Path folder = Files.createTempDirectory("receiver");
    Path file = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=receiver",
                "-ext",
                "san=dns:localhost,dns:receiver.example.com",
                "-alias",
                "receiver",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.onExit().join().exitValue() != 0) {
      throw new IOException("no certificate: " + output);
    }
    KeyStore keys = KeyStore.getInstance(file.toFile(), PASSWORD);
    Files.delete(file);
    Files.delete(folder);
    return new HttpsReceiver(keys);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      calls.add(
          new Call(
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders().getFirst("Host"),
              exchange.getRequestHeaders().getFirst("Content-Type"),
              exchange.getRequestHeaders().getFirst("X-Quantum-Signature"),
              body,
              serverName(((HttpsExchange) exchange).getSSLSession()),
              Set.copyOf(exchange.getRequestHeaders().keySet())));
      exchange.getResponseHeaders().add("Location", "https://127.0.0.1/inside");
      exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"inside\"");
      exchange.getResponseHeaders().add("Retry-After", "0");
      exchange.sendResponseHeaders(answer, -1);
    }
  }

  private static String serverName(SSLSession session) {
    return ((ExtendedSSLSession) session)
        .getRequestedServerNames().stream()
            .map(name -> new String(name.getEncoded(), StandardCharsets.US_ASCII))
            .collect(Collectors.joining());
  }

  /** A bare socket with the same certificate, for receivers that mean no good. */
  ServerSocket socket() throws IOException {
    return tls.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  /** From now on every call is answered so. */
  public void answer(int status) {
    answer = status;
  }

  public List<Call> calls() {
    return List.copyOf(calls);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public Certificate certificate() throws GeneralSecurityException {
    return keys.getCertificate("receiver");
  }

  /** TLS that trusts this receiver and nobody else. */
  SSLContext trusting() throws IOException, GeneralSecurityException {
    KeyStore trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    trust.setCertificateEntry("receiver", certificate());
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trust);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
