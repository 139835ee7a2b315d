package io.quantumexecutor.local.emulator;

import java.util.List;

/**
 * The role of a principal on the workspaces, with the rights of the built-in Azure role it stands
 * for (Azure documentation, "Azure built-in roles").
 */
public enum Role {
  NONE,
  READER,
  /** Submits jobs only until data roles become compulsory, on 11 January 2027. */
  CONTRIBUTOR,
  DATA_CONTRIBUTOR;

  List<String> actions() {
    return switch (this) {
      case NONE -> List.of();
      case READER -> List.of("*/read");
      case CONTRIBUTOR -> List.of("*");
      case DATA_CONTRIBUTOR -> List.of("Microsoft.Quantum/Workspaces/read");
    };
  }

  List<String> dataActions() {
    return switch (this) {
      case NONE, CONTRIBUTOR -> List.of();
      case READER -> List.of("Microsoft.Quantum/Workspaces/jobs/read");
      case DATA_CONTRIBUTOR ->
          List.of(
              "Microsoft.Quantum/Workspaces/jobs/read", "Microsoft.Quantum/Workspaces/jobs/write");
    };
  }
}
