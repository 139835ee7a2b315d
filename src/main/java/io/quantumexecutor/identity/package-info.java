/**
 * Whose identity a job runs under: credentials, and the keys under which identities are told apart.
 *
 * <p>May use {@code workspace}, {@code job} and the Azure SDK; knows nothing of storage, HTTP
 * triggers or REST calls.
 */
@NullMarked
package io.quantumexecutor.identity;

import org.jspecify.annotations.NullMarked;
