package io.quantumexecutor.quantum;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.util.BinaryData;
import java.util.Optional;

/** A complete answer to an HTTP request. */
record ServiceResponse(int status, HttpHeaders headers, BinaryData body) {
  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  Optional<String> header(HttpHeaderName name) {
    return Optional.ofNullable(headers.getValue(name));
  }
}
