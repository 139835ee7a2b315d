package io.quantumexecutor.local.emulator;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The workspaces there are, each with its own jobs. */
final class EmulatedWorkspaces {
  private final Map<String, WorkspaceContent> contents = new ConcurrentHashMap<>();

  EmulatedWorkspaces(EmulatedWorkspace first) {
    add(first);
  }

  void add(EmulatedWorkspace workspace) {
    contents.putIfAbsent(workspace.key(), new WorkspaceContent(workspace));
  }

  List<EmulatedWorkspace> all() {
    return contents.values().stream().map(WorkspaceContent::workspace).toList();
  }

  /** What is in the workspace of this {@link EmulatedWorkspace#key}. */
  WorkspaceContent require(String key) {
    WorkspaceContent content = contents.get(key);
    if (content == null) {
      throw new ServiceError(
          404, "ResourceNotFound", "The Resource '%s' was not found.".formatted(key));
    }
    return content;
  }
}
