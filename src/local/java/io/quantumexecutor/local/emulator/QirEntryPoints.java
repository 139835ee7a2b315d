package io.quantumexecutor.local.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The entry points of a QIR text: a batch runs one after the other of the same text. */
final class QirEntryPoints {
  private static final Pattern ENTRY_GROUP =
      Pattern.compile("attributes (#\\d+) = \\{ *\"(?:entry_point|EntryPoint)\"");
  private static final Pattern FUNCTION =
      Pattern.compile(
          "(?ms)^define [^@\\n]*@([\\w.$-]+)\\([^)]*\\)[^{\\n]*?(#\\d+)?\\s*\\{.*?^\\}");

  private QirEntryPoints() {}

  /**
   * The text without the other entry points. A text with only one is that one, whatever it is
   * called.
   *
   * @throws JobFailure if there are several, and none of that name
   */
  static String select(String text, String name) {
    Matcher group = ENTRY_GROUP.matcher(text);
    if (!group.find()) {
      return text;
    }
    List<int[]> others = new ArrayList<>();
    boolean found = false;
    Matcher function = FUNCTION.matcher(text);
    while (function.find()) {
      boolean named = function.group(1).equals(name);
      found |= named;
      if (!named && group.group(1).equals(function.group(2))) {
        others.add(new int[] {function.start(), function.end()});
      }
    }
    if (!found && others.size() <= 1) {
      return text;
    }
    if (!found) {
      throw new JobFailure(
          "QIRPreProcessingFailed", "The program has no entry point '%s'.".formatted(name));
    }
    return without(text, others);
  }

  private static String without(String text, List<int[]> parts) {
    StringBuilder rest = new StringBuilder(text);
    for (int i = parts.size() - 1; i >= 0; i--) {
      rest.delete(parts.get(i)[0], parts.get(i)[1]);
    }
    return rest.toString();
  }
}
