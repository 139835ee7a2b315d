/**
 * The HTTP API without a host: reading requests with all their problems at once, and writing
 * answers.
 *
 * <p>May use {@code job} and {@code circuit}; knows nothing of Azure Functions or the Azure SDK.
 */
@NullMarked
package io.quantumexecutor.api;

import org.jspecify.annotations.NullMarked;
