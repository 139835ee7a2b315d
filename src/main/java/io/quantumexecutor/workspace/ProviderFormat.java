package io.quantumexecutor.workspace;

/**
 * An input format and the output format to ask for with it.
 *
 * @param input for example {@code ionq.circuit.v1}
 * @param contentType media type of the input blob
 */
public record ProviderFormat(String input, String output, String contentType) {}
