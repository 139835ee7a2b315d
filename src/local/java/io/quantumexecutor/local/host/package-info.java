/**
 * Runs the functions of this app locally as the Azure Functions host and its Java worker would:
 * HTTP, queue and timer triggers from the annotations and {@code host.json}.
 *
 * <p>Knows the functions by their annotations only and must not import the app's packages.
 */
@NullMarked
package io.quantumexecutor.local.host;

import org.jspecify.annotations.NullMarked;
