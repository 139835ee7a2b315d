/**
 * Calls the receivers that submissions name when their jobs have ended. Knows the ports of the core
 * and nothing else of the product, and nothing of Azure.
 */
@NullMarked
package io.quantumexecutor.callback;

import org.jspecify.annotations.NullMarked;
