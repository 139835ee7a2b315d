package io.quantumexecutor.callback;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST over HTTP/1.1 and TLS (RFC 9112) to an address that was chosen beforehand, with the
 * certificate checked for the name. HTTP clients look names up themselves, and between a check and
 * their own look-up the answer may change. Nothing is followed, and only the status line is read.
 */
final class PinnedPost {
  private static final int LONGEST_LINE = 1_000;
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})( .*)?");

  private final SSLSocketFactory tls;
  private final Duration limit;

  /**
   * @param limit for everything from connecting to the answer
   */
  PinnedPost(SSLSocketFactory tls, Duration limit) {
    this.tls = tls;
    this.limit = limit;
  }

  /**
   * Posts a body.
   *
   * @param headers whole lines
   * @return the status of the answer
   * @throws IOException if there is none, or not in time
   */
  int post(InetAddress address, URI target, List<String> headers, String body) throws IOException {
    int port = target.getPort() == -1 ? 443 : target.getPort();
    try (Socket plain = new Socket()) {
      // Time limits of sockets hold for a single read: a slow drip would never meet them.
      CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> end(plain));
      plain.connect(new InetSocketAddress(address, port), Math.toIntExact(limit.toMillis()));
      try (SSLSocket socket = (SSLSocket) tls.createSocket(plain, target.getHost(), port, true)) {
        socket.setSSLParameters(checked(socket.getSSLParameters(), target.getHost()));
        OutputStream out = socket.getOutputStream();
        out.write(request(target, headers, body));
        out.flush();
        return status(socket.getInputStream());
      }
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed for its user all the same.
    }
  }

  private static SSLParameters checked(SSLParameters parameters, String host) {
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setServerNames(List.of(new SNIHostName(host)));
    return parameters;
  }

  private static byte[] request(URI target, List<String> headers, String body) {
    String path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
    String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder request =
        new StringBuilder("POST " + path + query + " HTTP/1.1\r\n")
            .append("Host: " + target.getRawAuthority() + "\r\n")
            .append("Content-Length: " + content.length + "\r\n")
            .append("Connection: close\r\n");
    headers.forEach(line -> request.append(line).append("\r\n"));
    byte[] head = request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    byte[] whole = new byte[head.length + content.length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(content, 0, whole, head.length, content.length);
    return whole;
  }

  private static int status(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next == -1 || line.length() == LONGEST_LINE) {
        throw new IOException("no status line");
      }
      line.append((char) next);
    }
    Matcher status = STATUS_LINE.matcher(line.toString().strip());
    if (!status.matches()) {
      throw new IOException("no status line");
    }
    return Integer.parseInt(status.group(1));
  }
}
