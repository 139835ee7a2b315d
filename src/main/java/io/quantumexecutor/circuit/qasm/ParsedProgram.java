package io.quantumexecutor.circuit.qasm;

import java.util.List;
import java.util.Set;

/**
 * A parsed text.
 *
 * @param skippedWords the words of statements that could not be parsed
 */
record ParsedProgram(List<Statement> statements, Set<String> skippedWords) {}
