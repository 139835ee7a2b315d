package io.quantumexecutor.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantumexecutor.api.request.InvalidRequestException;
import io.quantumexecutor.api.request.NotedProblems;
import io.quantumexecutor.api.view.ApiJson;
import io.quantumexecutor.api.view.ApiResponse;
import io.quantumexecutor.api.view.JobViews;
import io.quantumexecutor.job.JobStatus;
import io.quantumexecutor.job.JobStore.JobPage;
import io.quantumexecutor.job.JobStore.JobQuery;
import io.quantumexecutor.job.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Query and answer of {@code GET /api/jobs}. */
final class JobList {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9998;
  private static final Set<String> KNOWN =
      Set.of(
          "status",
          "backend",
          "name",
          "tag",
          "created_after",
          "created_before",
          "limit",
          "cursor",
          "owner",
          "code");

  private JobList() {}

  /** Reads the query; {@code code} is the platform's own, a function key. */
  static JobQuery query(Map<String, String> query) {
    List<Problem> problems = new NotedProblems();
    for (String name : new TreeSet<>(query.keySet())) {
      if (!KNOWN.contains(name)) {
        problems.add(Problem.at("?" + name, "unknown; known: " + new TreeSet<>(KNOWN)));
      }
    }
    JobQuery read =
        new JobQuery(
            status(query.get("status"), problems),
            query.get("backend"),
            query.get("name"),
            query.get("tag"),
            time("created_after", query, problems),
            time("created_before", query, problems),
            limit(query.get("limit"), problems),
            query.get("cursor"));
    if (!problems.isEmpty()) {
      throw InvalidRequestException.of(problems);
    }
    return read;
  }

  static ApiResponse page(JobPage page) {
    ObjectNode view = ApiJson.MAPPER.createObjectNode();
    ArrayNode jobs = view.putArray("jobs");
    page.jobs().forEach(job -> jobs.add(JobViews.brief(job)));
    view.put("cursor", page.cursor().orElse(null));
    return ApiResponse.json(200, view);
  }

  private static @Nullable JobStatus status(@Nullable String text, List<Problem> problems) {
    if (text == null) {
      return null;
    }
    Optional<JobStatus> status =
        Arrays.stream(JobStatus.values())
            .filter(value -> value.name().equals(text.toUpperCase(Locale.ROOT)))
            .findFirst();
    if (status.isEmpty()) {
      problems.add(Problem.at("?status", "must be one of " + Arrays.toString(JobStatus.values())));
    }
    return status.orElse(null);
  }

  private static @Nullable Instant time(
      String name, Map<String, String> query, List<Problem> problems) {
    String text = query.get(name);
    if (text == null) {
      return null;
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
        return time.toInstant();
      }
    } catch (DateTimeParseException e) {
      // Said below.
    }
    problems.add(
        Problem.at(
            "?" + name,
            "must be a time such as 2026-01-31T12:00:00Z, from %d to %d"
                .formatted(FIRST_YEAR, LAST_YEAR)));
    return null;
  }

  private static int limit(@Nullable String text, List<Problem> problems) {
    if (text == null) {
      return DEFAULT_LIMIT;
    }
    if (text.matches("[1-9][0-9]{0,2}") && Integer.parseInt(text) <= MAX_LIMIT) {
      return Integer.parseInt(text);
    }
    problems.add(Problem.at("?limit", "must be a whole number from 1 to " + MAX_LIMIT));
    return DEFAULT_LIMIT;
  }
}
