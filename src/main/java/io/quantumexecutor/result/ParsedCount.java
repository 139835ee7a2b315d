package io.quantumexecutor.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * How often the outputs had these values.
 *
 * @param state output → value
 */
public record ParsedCount(Map<String, JsonNode> state, long shots) {}
