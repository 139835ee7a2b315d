package io.quantumexecutor.local;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the project lies: relative paths a user gives and the Azurite folder are found from here.
 */
public final class ProjectRoot {
  private static final Path AZURITE = Path.of("src", "local", "azurite");

  private ProjectRoot() {}

  /**
   * The nearest folder at or above the working directory that holds the project.
   *
   * @throws LocalStackException when there is none
   */
  public static Path find() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve(AZURITE).resolve("package.json"))) {
        return folder;
      }
    }
    throw new LocalStackException(
        "No folder at or above " + start + " holds " + AZURITE + "; start from the project's root");
  }

  static Path azuriteFolder() {
    return find().resolve(AZURITE);
  }

  /** For files of a running stack; below what {@code mvn clean} removes. */
  static Path scratchFolder() {
    return find().resolve("target").resolve("local");
  }
}
