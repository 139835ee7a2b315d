package io.quantumexecutor.target;

import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.target.price.FreeOfCharge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds a priced job's provider options against those that the catalogue knows. Providers take
 * whatever options they are sent, and one that nobody here knows may cost something: where the
 * caller set a limit, nothing passes unread.
 */
public final class KnownOptions {
  private static final String POINTER = "/input_params";

  private KnownOptions() {}

  /** Whether the caller set a limit that depends on what is sent. */
  static boolean matterFor(Submission submission, Target target) {
    return submission.options().maxCost() != null
        && !(target.offer().tariff() instanceof FreeOfCharge);
  }

  /** The options that may not be sent; none where they do not matter. */
  public static List<Problem> refused(Submission submission, Target target) {
    List<Problem> problems = new ArrayList<>();
    if (matterFor(submission, target)) {
      collect(submission.inputParams(), List.of(), target, problems);
    }
    return problems;
  }

  private static void collect(
      Map<?, ?> options, List<String> outer, Target target, List<Problem> problems) {
    for (Map.Entry<?, ?> option : options.entrySet()) {
      List<String> path = new ArrayList<>(outer);
      path.add(option.getKey().toString());
      if (isKnown(path, target)) {
        continue;
      }
      if (leadsToKnown(path, target) && option.getValue() instanceof Map<?, ?> inner) {
        collect(inner, path, target, problems);
      } else {
        problems.add(Problem.at(pointer(path), message(target)));
      }
    }
  }

  private static boolean isKnown(List<String> path, Target target) {
    return levels(target).anyMatch(path::equals);
  }

  private static boolean leadsToKnown(List<String> path, Target target) {
    return levels(target)
        .anyMatch(
            known -> known.size() > path.size() && known.subList(0, path.size()).equals(path));
  }

  /** The known names, divided into their levels: a caller's name with a dot in it is none. */
  private static Stream<List<String>> levels(Target target) {
    return target.offer().options().stream().map(name -> List.of(name.split("\\.", -1)));
  }

  private static String pointer(List<String> path) {
    return POINTER
        + path.stream()
            .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
            .collect(Collectors.joining());
  }

  private static String message(Target target) {
    return "with max_cost only options of known effect on the price are sent to "
        + target.name()
        + (target.offer().options().isEmpty()
            ? ": it has none"
            : ": " + String.join(", ", target.offer().options()));
  }
}
