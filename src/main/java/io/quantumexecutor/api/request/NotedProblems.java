package io.quantumexecutor.api.request;

import io.quantumexecutor.job.Problem;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The problems of a request: the first ones in full, of the others their number. A body may have
 * hundreds of thousands of fields that nobody knows.
 */
public final class NotedProblems extends AbstractList<Problem> {
  static final int MAX = 100;

  private final List<Problem> noted = new ArrayList<>();
  private int others;

  @Override
  public boolean add(Problem problem) {
    if (noted.size() < MAX - 1) {
      noted.add(problem);
    } else {
      others++;
    }
    return true;
  }

  @Override
  public boolean addAll(Collection<? extends Problem> problems) {
    if (problems instanceof NotedProblems more) {
      more.noted.forEach(this::add);
      others += more.others;
      return !more.isEmpty();
    }
    return super.addAll(problems);
  }

  @Override
  public Problem get(int index) {
    return index == noted.size() && others > 0
        ? Problem.at("", others + " more problems are not listed; mend these first")
        : noted.get(index);
  }

  /** How many things are wrong, listed or not. */
  int total() {
    return noted.size() + others;
  }

  @Override
  public int size() {
    return noted.size() + (others > 0 ? 1 : 0);
  }
}
