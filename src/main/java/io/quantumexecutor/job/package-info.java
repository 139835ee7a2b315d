/**
 * What a job is and what happens to it: its record and states, the use cases, and the ports they
 * need.
 *
 * <p>Knows no other package of the product, and nothing of HTTP, Azure Functions or the Azure SDK.
 */
@NullMarked
package io.quantumexecutor.job;

import org.jspecify.annotations.NullMarked;
