package io.quantumexecutor.local.emulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A self-signed certificate for loopback, made by the JDK's keytool, and a trust store that holds
 * it beside the JDK's own authorities.
 */
final class TlsMaterial {
  /** Protects nothing: the certificate is made anew at every start and is good on loopback only. */
  static final String PASSWORD = "changeit";

  private static final String ALIAS = "emulator";

  private final KeyStore keys;
  private final Path trustStore;

  private TlsMaterial(KeyStore keys, Path trustStore) {
    this.keys = keys;
    this.trustStore = trustStore;
  }

  /** Makes both; takes about a second, most of it keytool's own start. */
  static TlsMaterial create(Optional<Path> trustStore)
      throws IOException, GeneralSecurityException {
    Path folder = Files.createTempDirectory("quantum-emulator-tls");
    Path keyFile = folder.resolve("keys.p12");
    runKeytool(keyFile);
    KeyStore keys = KeyStore.getInstance(keyFile.toFile(), PASSWORD.toCharArray());
    Files.delete(keyFile);
    Path trustFile = trustStore.orElse(folder.resolve("trust.p12"));
    writeTrustStore(keys, trustFile);
    return new TlsMaterial(keys, trustFile);
  }

  Path trustStore() {
    return trustStore;
  }

  SSLContext serverContext() throws GeneralSecurityException {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  private static void runKeytool(Path keyFile) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost,ip:127.0.0.1",
            "-validity",
            "30",
            "-alias",
            ALIAS,
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD,
            "-keystore",
            keyFile.toString());
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.onExit().join().exitValue() != 0) {
      throw new IOException("keytool could not make a certificate: " + output);
    }
  }

  private static void writeTrustStore(KeyStore keys, Path file)
      throws IOException, GeneralSecurityException {
    KeyStore trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    Path authorities = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
    KeyStore known = KeyStore.getInstance(authorities.toFile(), (char[]) null);
    for (String alias : Collections.list(known.aliases())) {
      trust.setCertificateEntry(alias, known.getCertificate(alias));
    }
    trust.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
    try (OutputStream out = Files.newOutputStream(file)) {
      trust.store(out, PASSWORD.toCharArray());
    }
  }
}
