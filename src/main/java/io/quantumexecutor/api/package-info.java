/**
 * The HTTP API without a host: a class for each route. {@code request} reads what comes in, {@code
 * view} writes what goes out.
 *
 * <p>Calls the use cases of {@code lifecycle}; knows nothing of Azure Functions or the Azure SDK.
 */
@NullMarked
package io.quantumexecutor.api;

import org.jspecify.annotations.NullMarked;
