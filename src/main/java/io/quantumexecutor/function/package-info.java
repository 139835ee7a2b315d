/**
 * The Azure Functions triggers: bind, call, return. {@link
 * io.quantumexecutor.function.FunctionWiring} puts the application together.
 *
 * <p>Nothing may depend on this package.
 */
@NullMarked
package io.quantumexecutor.function;

import org.jspecify.annotations.NullMarked;
