/**
 * What a job is: its record and states, the submission it was made from, and the ports to storage,
 * queues and callbacks.
 *
 * <p>Knows no other package of the product, and nothing of HTTP, Azure Functions or the Azure SDK.
 */
@NullMarked
package io.quantumexecutor.job;

import org.jspecify.annotations.NullMarked;
