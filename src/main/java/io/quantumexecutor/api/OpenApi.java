package io.quantumexecutor.api;

import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.view.ApiResponse;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/openapi.json}: the description of this API, read when it is first asked for. */
public final class OpenApi {
  private @Nullable StaticFile document;

  /** 200, or 304 for a client that has this version. */
  public synchronized ApiResponse document(ApiRequest request) {
    if (document == null) {
      document = StaticFile.load("/openapi.json", "application/json; charset=utf-8");
    }
    return document.answer(request);
  }
}
