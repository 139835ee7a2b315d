package io.quantumexecutor.function;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Markdown document of the repository: its links, the anchors of its headings, its tables. */
record MarkdownFile(Path path, String text) {
  static final Path ROOT = Path.of("").toAbsolutePath();

  private static final Set<String> NOT_OURS = Set.of("target", "node_modules");
  private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```$");
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern LINK =
      Pattern.compile("\\]\\(([^)\\s]+)\\)|(?m)^\\[[^\\]]+\\]: *(\\S+)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");

  /** A document by its path from the root of the repository. */
  static MarkdownFile of(String path) throws IOException {
    return at(ROOT.resolve(path));
  }

  private static MarkdownFile at(Path path) throws IOException {
    return new MarkdownFile(path, Files.readString(path));
  }

  /** Every document, without those of installed packages and build outputs. */
  static List<MarkdownFile> all() throws IOException {
    List<MarkdownFile> found = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isOurs(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (file.toString().endsWith(".md")) {
              found.add(at(file));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private static boolean isOurs(Path folder) {
    String name = folder.getFileName().toString();
    boolean hidden = name.startsWith(".") && !name.equals(".github");
    return folder.equals(ROOT) || (!hidden && !NOT_OURS.contains(name));
  }

  /** Where its links to other places of the repository lead, anchors included. */
  List<String> links() {
    return LINK.matcher(CODE.matcher(prose()).replaceAll(""))
        .results()
        .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
        .filter(target -> !target.matches("[a-z]+:.*"))
        .toList();
  }

  /** The file that a link of this document leads to. */
  Path target(String link) {
    String file = link.replaceAll("#.*", "");
    return file.isEmpty() ? path : path.resolveSibling(file).normalize();
  }

  /** The anchors of its headings, as GitHub makes them. */
  Set<String> anchors() {
    Map<String, Integer> seen = new HashMap<>();
    Set<String> anchors = new HashSet<>();
    HEADING
        .matcher(prose())
        .results()
        .map(heading -> anchor(heading.group(1)))
        .forEach(
            anchor -> {
              int before = seen.merge(anchor, 1, Integer::sum) - 1;
              anchors.add(before == 0 ? anchor : anchor + "-" + before);
            });
    return anchors;
  }

  private static String anchor(String heading) {
    return heading
        .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .strip()
        .replace(' ', '-');
  }

  /** The code in the first column of the tables of a section. */
  Stream<String> firstCells(String section) {
    return section(section)
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.substring(0, line.indexOf(" | ")))
        .flatMap(cell -> CODE.matcher(cell).results().map(code -> code.group(1)));
  }

  /** The text below a heading of the second level, up to the next one. */
  String section(String heading) {
    int start = text.indexOf("\n## " + heading + "\n");
    if (start < 0) {
      throw new IllegalArgumentException(path + " has no section " + heading);
    }
    int end = text.indexOf("\n## ", start + 1);
    return end < 0 ? text.substring(start) : text.substring(start, end);
  }

  private String prose() {
    return FENCED.matcher(text).replaceAll("");
  }

  @Override
  public String toString() {
    return ROOT.relativize(path).toString();
  }
}
