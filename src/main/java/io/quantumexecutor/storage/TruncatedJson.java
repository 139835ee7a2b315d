package io.quantumexecutor.storage;

import io.quantumexecutor.job.Failure;
import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.Timeline;
import io.quantumexecutor.job.TimelineEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes values from outside as JSON of ASCII characters, cut so that they fit into a text column,
 * which holds less than 32 K characters.
 */
final class TruncatedJson {
  static final int LIMIT = 32_000;
  private static final int SHORT = 500;
  private static final int[] SENTENCE_LENGTHS = {2_000, 300, 20};

  private TruncatedJson() {}

  /** A text as JSON, cut if need be; a character takes up to six as an escape. */
  static String text(String text) {
    String json = StoredJson.write(text);
    return json.length() <= LIMIT ? json : StoredJson.write(cut(text, LIMIT / 6 - 1));
  }

  /** As many of the tags as fit. */
  static String tags(List<String> tags) {
    String all = StoredJson.write(tags);
    return all.length() <= LIMIT ? all : StoredJson.write(firstThatFit(tags, LIMIT));
  }

  /** All entries, with shorter sentences if need be. */
  static String timeline(Timeline timeline) {
    String json = StoredJson.write(timeline.entries());
    for (int length : SENTENCE_LENGTHS) {
      if (json.length() > LIMIT) {
        json =
            StoredJson.write(timeline.entries().stream().map(entry -> cut(entry, length)).toList());
      }
    }
    return json;
  }

  /** The failure with as many problems as fit and, when some do not, how many were left out. */
  static String failure(Failure failure) {
    String json = StoredJson.write(failure);
    if (json.length() <= LIMIT) {
      return json;
    }
    Failure head = Failure.of(cut(failure.code(), SHORT), cut(failure.message(), SHORT));
    List<Problem> shorter = failure.problems().stream().map(TruncatedJson::cut).toList();
    int room = LIMIT - StoredJson.write(head).length() - SHORT;
    List<Problem> kept = new ArrayList<>(firstThatFit(shorter, room));
    int left = shorter.size() - kept.size();
    if (left > 0) {
      kept.add(Problem.at("", left + " more problems were left out; fix these first"));
    }
    return StoredJson.write(new Failure(head.code(), head.message(), kept));
  }

  private static <T> List<T> firstThatFit(List<T> items, int room) {
    int used = 2;
    int count = 0;
    for (T item : items) {
      used += StoredJson.write(item).length() + 1;
      if (used > room) {
        break;
      }
      count++;
    }
    return items.subList(0, count);
  }

  private static TimelineEntry cut(TimelineEntry entry, int length) {
    return new TimelineEntry(entry.at(), entry.status(), cut(entry.why(), length), entry.times());
  }

  private static Problem cut(Problem problem) {
    return new Problem(
        cut(problem.pointer(), SHORT),
        problem.line(),
        problem.column(),
        cut(problem.message(), SHORT));
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = length - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
