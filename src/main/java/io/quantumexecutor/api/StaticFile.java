package io.quantumexecutor.api;

import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.view.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

/** A file of the jar that is the same for everybody. */
final class StaticFile {
  private final byte[] bytes;
  private final String contentType;

  /** The entity tag: a hash of the bytes. */
  private final String tag;

  private StaticFile(byte[] bytes, String contentType, String tag) {
    this.bytes = bytes;
    this.contentType = contentType;
    this.tag = tag;
  }

  /**
   * Reads a file.
   *
   * @param name from the root of the class path, beginning with a slash
   */
  static StaticFile load(String name, String contentType) {
    try (InputStream file =
        Objects.requireNonNull(StaticFile.class.getResourceAsStream(name), name)) {
      byte[] bytes = file.readAllBytes();
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
      return new StaticFile(bytes, contentType, '"' + text + '"');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * The file, or 304 for a client that has it. Clients ask each time, so that a new version is seen
   * at once (RFC 9110, section 13.1.2; RFC 9111, section 5.2.2.4).
   */
  ApiResponse answer(ApiRequest request) {
    ApiResponse answer =
        isKnown(request.header("if-none-match").orElse(""))
            ? ApiResponse.empty(304)
            : ApiResponse.of(200, contentType, bytes);
    return answer.with("ETag", tag).with("Cache-Control", "no-cache");
  }

  private boolean isKnown(String tags) {
    return Arrays.stream(tags.split(",", -1))
        .map(given -> given.strip().replaceFirst("^W/", ""))
        .anyMatch(given -> given.equals(tag) || given.equals("*"));
  }
}
