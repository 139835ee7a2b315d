package io.quantumexecutor.local.emulator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The workspaces there are, each with its own jobs. */
final class Workspaces {
  private record Content(Workspace workspace, JobBook jobs) {}

  private final Map<String, Content> contents = new ConcurrentHashMap<>();

  Workspaces(Workspace first) {
    add(first);
  }

  void add(Workspace workspace) {
    contents.putIfAbsent(workspace.key(), new Content(workspace, new JobBook()));
  }

  Workspace require(String key) {
    return content(key).workspace;
  }

  JobBook jobs(String key) {
    return content(key).jobs;
  }

  private Content content(String key) {
    Content content = contents.get(key);
    if (content == null) {
      throw new ServiceError(
          404, "ResourceNotFound", "The Resource '%s' was not found.".formatted(key));
    }
    return content;
  }
}
