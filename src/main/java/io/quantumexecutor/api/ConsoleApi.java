package io.quantumexecutor.api;

import io.quantumexecutor.api.request.ApiRequest;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.api.view.ProblemDocument;
import io.quantumexecutor.api.view.ProblemType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code GET /api/console}: the files of the web console, the same for everybody and nothing but
 * those of a fixed list. What they show is asked from the other routes, with the caller's key.
 */
public final class ConsoleApi {
  private static final String HOME = "index.html";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";

  /** Every file there is: no part of a request ever becomes a path. */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry(HOME, "text/html; charset=utf-8"),
          Map.entry("icon.svg", "image/svg+xml"),
          Map.entry("base.css", STYLE),
          Map.entry("parts.css", STYLE),
          Map.entry("views.css", STYLE),
          Map.entry("access.js", SCRIPT),
          Map.entry("api.js", SCRIPT),
          Map.entry("app.js", SCRIPT),
          Map.entry("backends.js", SCRIPT),
          Map.entry("chart.js", SCRIPT),
          Map.entry("doctor.js", SCRIPT),
          Map.entry("dom.js", SCRIPT),
          Map.entry("editor.js", SCRIPT),
          Map.entry("form.js", SCRIPT),
          Map.entry("format.js", SCRIPT),
          Map.entry("histogram.js", SCRIPT),
          Map.entry("job.js", SCRIPT),
          Map.entry("jobactions.js", SCRIPT),
          Map.entry("jobs.js", SCRIPT),
          Map.entry("own.js", SCRIPT),
          Map.entry("poll.js", SCRIPT),
          Map.entry("preflight.js", SCRIPT),
          Map.entry("submission.js", SCRIPT),
          Map.entry("submit.js", SCRIPT),
          Map.entry("vendor/chart.umd.min.js", SCRIPT),
          Map.entry("vendor/LICENSE.md", "text/plain; charset=utf-8"));

  /** Scripts and styles are files of this server; nothing inline runs and nobody may frame it. */
  private static final Map<String, String> PROTECTION =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
              + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer");

  private final Map<String, StaticFile> files = new ConcurrentHashMap<>();

  /** The file that the path names after {@code console/}; 304 for one the browser has, or 404. */
  public ApiResponse file(ApiRequest request) {
    if (request.path().endsWith("/console/")) {
      // Relative addresses in the page would lead one level too deep.
      return ApiResponse.of(308, "text/plain; charset=utf-8", new byte[0])
          .with("Location", "../console");
    }
    String name = name(request.path());
    String type = TYPES.get(name);
    if (type == null) {
      return ProblemDocument.of(ProblemType.NOT_FOUND, "The console has no such file.")
          .response(request.invocationId());
    }
    StaticFile file =
        files.computeIfAbsent(name, known -> StaticFile.load("/console/" + known, type));
    return protectedAgainstMisuse(file.answer(request));
  }

  private static String name(String path) {
    int start = path.indexOf("/console/");
    return start < 0 ? HOME : path.substring(start + "/console/".length());
  }

  private static ApiResponse protectedAgainstMisuse(ApiResponse response) {
    ApiResponse answer = response;
    for (Map.Entry<String, String> header : PROTECTION.entrySet()) {
      answer = answer.with(header.getKey(), header.getValue());
    }
    return answer;
  }
}
