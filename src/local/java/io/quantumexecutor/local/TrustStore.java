package io.quantumexecutor.local;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;

/** A trust store kept in memory, so that no file is left whatever ends this process. */
final class TrustStore {
  private final byte[] content;
  private final String password;

  private TrustStore(byte[] content, String password) {
    this.content = content;
    this.password = password;
  }

  /** Takes over the file: it is gone afterwards. */
  static TrustStore take(Path file, String password) {
    try {
      byte[] content = Files.readAllBytes(file);
      Files.delete(file);
      return new TrustStore(content, password);
    } catch (IOException e) {
      throw new LocalStackException("Cannot read the emulator's trust store: " + e, e);
    }
  }

  /** The same with one certificate more. */
  TrustStore with(Certificate trusted) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(content), password.toCharArray());
      store.setCertificateEntry("more", trusted);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      store.store(out, password.toCharArray());
      return new TrustStore(out.toByteArray(), password);
    } catch (IOException | GeneralSecurityException e) {
      throw new LocalStackException("Cannot add to the trust store: " + e, e);
    }
  }

  /** Starts a host with a copy that lives until the host has read it. */
  HostProcess startHost(HostProcess.Start start) {
    try {
      Path folder = Files.createDirectories(ProjectRoot.scratchFolder());
      Path copy = Files.createTempFile(folder, "trust", ".p12");
      try {
        Files.write(copy, content);
        return HostProcess.start(start.withTrustStore(copy, password));
      } finally {
        Files.delete(copy);
      }
    } catch (IOException e) {
      throw new LocalStackException("Cannot write the host's trust store: " + e, e);
    }
  }
}
