package io.quantumexecutor.local.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;

/**
 * An item that may appear on a page of a list.
 *
 * @param show writes it, called only if it does appear
 */
record ListedItem(WorkspaceItem description, Supplier<ObjectNode> show) {}
