package io.quantumexecutor.target;

import io.quantumexecutor.job.Problem;
import io.quantumexecutor.job.Submission;
import io.quantumexecutor.target.price.FreeOfCharge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
      collect(submission.inputParams(), "", target, problems);
    }
    return problems;
  }

  private static void collect(
      Map<?, ?> options, String path, Target target, List<Problem> problems) {
    for (Map.Entry<?, ?> option : options.entrySet()) {
      String name = path + option.getKey();
      if (target.offer().options().contains(name)) {
        continue;
      }
      boolean leads =
          target.offer().options().stream().anyMatch(known -> known.startsWith(name + "."));
      if (leads && option.getValue() instanceof Map<?, ?> inner) {
        collect(inner, name + ".", target, problems);
      } else {
        problems.add(Problem.at(pointer(name), message(target)));
      }
    }
  }

  private static String pointer(String name) {
    return POINTER + "/" + name.replace("~", "~0").replace("/", "~1").replace('.', '/');
  }

  private static String message(Target target) {
    return "with max_cost only options of known effect on the price are sent to "
        + target.name()
        + (target.offer().options().isEmpty()
            ? ": it has none"
            : ": " + String.join(", ", target.offer().options()));
  }
}
