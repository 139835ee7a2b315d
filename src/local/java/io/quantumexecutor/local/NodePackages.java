package io.quantumexecutor.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Installs what a folder's {@code package-lock.json} pins, once; later starts need no network. */
final class NodePackages {
  private static final int OLDEST_NODE = 20;
  private static final Pattern NODE_VERSION = Pattern.compile("v(\\d+)\\..*");

  private final Path folder;

  NodePackages(Path folder) {
    this.folder = folder;
  }

  /**
   * Runs {@code npm ci} unless an installation at least as new as the lock file is there. Safe
   * against other threads and processes doing the same.
   *
   * @throws LocalStackException when Node or npm is missing or too old, or npm fails
   */
  void install() {
    requireNode();
    if (isCurrent()) {
      return;
    }
    synchronized (NodePackages.class) { // file locks belong to the whole JVM, not to a thread
      try (FileChannel lockFile =
              FileChannel.open(folder.resolve("package.json"), StandardOpenOption.WRITE);
          var lock = lockFile.lock()) {
        if (lock.isValid() && !isCurrent()) {
          run(List.of("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"));
        }
      } catch (IOException e) {
        throw new LocalStackException("Cannot install the packages of " + folder + ": " + e, e);
      }
    }
  }

  /** npm writes this file last, so that its absence also tells of an interrupted installation. */
  private boolean isCurrent() {
    Path installed = folder.resolve("node_modules").resolve(".package-lock.json");
    try {
      var installedAt = Files.getLastModifiedTime(installed);
      return installedAt.compareTo(Files.getLastModifiedTime(folder.resolve("package-lock.json")))
          >= 0;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new LocalStackException("Cannot read " + installed + ": " + e, e);
    }
  }

  private void requireNode() {
    requireVersion(run(List.of("node", "--version")));
  }

  static void requireVersion(String printed) {
    Matcher version = NODE_VERSION.matcher(printed.strip());
    if (!version.matches() || Integer.parseInt(version.group(1)) < OLDEST_NODE) {
      throw new LocalStackException(
          "Azurite needs Node.js "
              + OLDEST_NODE
              + " or newer, but `node --version` says "
              + printed.strip()
              + "; install a newer one from https://nodejs.org");
    }
  }

  private String run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new LocalStackException(
            "`" + String.join(" ", command) + "` failed in " + folder + ":\n" + output.strip());
      }
      return output;
    } catch (IOException e) {
      throw new LocalStackException(missing(command.get(0)), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalStackException("Interrupted while running " + command.get(0), e);
    }
  }

  static String missing(String program) {
    return "`"
        + program
        + "` cannot be started. Azurite, the local storage, needs Node.js "
        + OLDEST_NODE
        + " or newer with npm on the PATH; install it from https://nodejs.org";
  }
}
