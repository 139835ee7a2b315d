/**
 * The Azure Functions triggers: bind, call, return. {@link
 * io.quantumexecutor.function.FunctionWiring} puts the application together, with {@code
 * AzureWiring}, {@code LifecycleWiring} and {@code ApiWiring} for its layers.
 *
 * <p>Nothing may depend on this package.
 */
@NullMarked
package io.quantumexecutor.function;

import org.jspecify.annotations.NullMarked;
